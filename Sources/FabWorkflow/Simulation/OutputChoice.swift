import FabDiagnostics

/// The files that a simulation writes besides its report.
public struct OutputChoice: Sendable {
  /// The picture; `nil` for none.
  public var svg: String?
  /// The table; `nil` for none.
  public var csv: String?
  /// Whether existing files may be replaced.
  public var replaces: Bool

  /// Creates a choice.
  public init(svg: String? = nil, csv: String? = nil, replaces: Bool = false) {
    self.svg = svg
    self.csv = csv
    self.replaces = replaces
  }

  /// Throws where a file can't be named so, before any work is done.
  func check() throws(DiagnosticError) {
    if let svg, let csv, svg == csv {
      throw DiagnosticError(
        Diagnostic(
          .duplicateName,
          at: .argument("--csv"),
          "picture and table have the same name '\(csv)'",
          fixes: ["give --svg and --csv different names"]
        )
      )
    }
    for path in [svg, csv].compactMap({ $0 }) {
      try SingleFile(path: path).checkFree(replaces: replaces)
    }
  }

  /// Writes what was chosen and returns a line for each file.
  func write(
    svg picture: () -> [UInt8],
    csv table: () -> [UInt8]
  ) throws(DiagnosticError) -> String {
    try check()
    var text = ""
    if let svg {
      try SingleFile(path: svg).write(picture(), replaces: replaces)
      text += "wrote \(svg)\n"
    }
    if let csv {
      try SingleFile(path: csv).write(table(), replaces: replaces)
      text += "wrote \(csv)\n"
    }
    return text
  }
}

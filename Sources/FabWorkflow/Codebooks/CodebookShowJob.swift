public import FabDiagnostics
import FabHash
import FabOperators

/// What `codebook show` does: what is in a file, as text and as a picture.
public struct CodebookShowJob {
  private let path: String
  private let svg: String?
  private let replaces: Bool

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - path: The codebook.
  ///   - svg: The picture to write; `nil` for none.
  ///   - replaces: Whether a file that exists may be replaced.
  public init(path: String, svg: String?, replaces: Bool) {
    self.path = path
    self.svg = svg
    self.replaces = replaces
  }

  /// Reads and tells.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if the file can't be read or the picture not be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    if let svg { try SingleFile(path: svg).checkFree(replaces: replaces) }
    let codebook = try CodebookFile.read(path)
    let bytes = try InputFile.bytes(at: path, limit: CodebookFile.limit)
    let report = CodebookReport(
      codebook,
      bytes: bytes,
      sha256: ContentHash(of: bytes).hexadecimal,
      file: path
    )
    var text = report.text
    if let svg {
      try SingleFile(path: svg).write(CodebookPicture(codebook).svg, replaces: replaces)
      text += "\nwrote \(svg)\n"
    }
    return CommandOutput(text: text, json: JSONText.encode(report))
  }
}

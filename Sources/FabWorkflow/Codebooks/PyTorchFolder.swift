import FabDiagnostics
import FabHash
import FabOperators

/// A folder that PyTorch programs import: the module that comes with the tool, and the tables of a codebook.
struct PyTorchFolder {
  /// The folder.
  let path: String
  /// Whether files of it may be replaced.
  let replaces: Bool
  /// The module that comes with the tool.
  private let module: [UInt8]

  /// The name of the module.
  static let moduleName = "pcu_codebook.py"
  /// The name of the tables: those of the codebook's file, byte by byte.
  static let tablesName = "tables.codebook"

  /// Reads the module, so that nothing is written where it isn't found.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - replaces: Whether files of it may be replaced.
  ///   - files: Where the module comes from.
  /// - Throws: A ``DiagnosticError`` with the code `not-readable`.
  init(path: String, replaces: Bool, files: SharedFiles) throws(DiagnosticError) {
    self.path = path
    self.replaces = replaces
    module = try InputFile.bytes(at: files.pyTorchModule(), limit: InputFile.textLimit)
  }

  /// What was written: printed with `--json`.
  struct Report: Encodable {
    /// One file.
    struct File: Encodable {
      var name: String
      var bytes: Int
      var sha256: String
    }

    /// What the module makes of one operator.
    struct Module: Encodable {
      var name: String
      var type: String
      var units: Int
    }

    var folder: String
    var files: [File]
    var modules: [Module]
  }

  /// Throws where the folder holds something and that mustn't be replaced.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `foreign-output` or `not-writable`.
  func checkFree() throws(DiagnosticError) {
    guard !replaces, let names = try OutputFolder(path: path).existingNames(), !names.isEmpty else {
      return
    }
    throw DiagnosticError(
      Diagnostic(
        .foreignOutput,
        at: .file(path),
        "the folder holds \(names.prefix(3).map { "'\($0)'" }.joined(separator: ", "))"
          + (names.count > 3 ? " and \(names.count - 3) more" : ""),
        fixes: [
          "choose another folder",
          "or add --force, which replaces '\(Self.moduleName)' and '\(Self.tablesName)' and keeps "
            + "everything else",
        ]
      )
    )
  }

  /// Writes the module and the tables; other files of the folder stay.
  ///
  /// - Parameter codebook: The codebook.
  /// - Returns: What was written.
  /// - Throws: A ``DiagnosticError`` if the folder can't be written.
  func write(_ codebook: Codebook) throws(DiagnosticError) -> Report {
    let outputs = [
      OutputFile(name: Self.moduleName, bytes: module),
      OutputFile(name: Self.tablesName, bytes: CodebookFile.bytes(of: codebook)),
    ]
    let folder = OutputFolder(path: path)
    let others = try folder.existingNames()?
      .filter { name in !outputs.contains { $0.name == name } }
    try folder.replace(with: outputs, keeping: others ?? [])
    return Report(
      folder: path,
      files: outputs.map {
        .init(name: $0.name, bytes: $0.bytes.count, sha256: ContentHash(of: $0.bytes).hexadecimal)
      },
      modules: codebook.entries.map {
        .init(
          name: $0.operation.rawValue,
          type: Self.type(of: $0.content),
          units: $0.unitCount - $0.failedUnitCount
        )
      }
    )
  }

  /// The class of the module that stands for an entry.
  private static func type(of content: CodebookEntry.Content) -> String {
    switch content {
    case .curve: "Curve"
    case .surface: "GainSurface"
    case .softmax: "Softmax"
    case .weights: "WeightErrors"
    }
  }
}

public import FabDiagnostics
import FabHash
import FabOperators
import FabTensor

/// What `codebook export` does: the tables of a codebook as tensors in a safetensors file, or as a PyTorch module.
public struct CodebookExportJob {
  private let path: String
  private let safetensors: String?
  private let pytorch: String?
  private let replaces: Bool
  private let files: SharedFiles

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - path: The codebook.
  ///   - safetensors: The safetensors file to write.
  ///   - pytorch: The folder to write for PyTorch.
  ///   - replaces: Whether files that exist may be replaced.
  ///   - files: Where the PyTorch module comes from.
  public init(
    path: String,
    safetensors: String? = nil,
    pytorch: String? = nil,
    replaces: Bool,
    files: SharedFiles
  ) {
    self.path = path
    self.safetensors = safetensors
    self.pytorch = pytorch
    self.replaces = replaces
    self.files = files
  }

  /// What was written: printed with `--json`.
  struct Report: Encodable {
    /// One tensor.
    struct Tensor: Encodable {
      var name: String
      var type: String
      var shape: [Int]
    }

    var file: String?
    var bytes: Int?
    var sha256: String?
    var tensors: [Tensor]?
    var pytorch: PyTorchFolder.Report?
  }

  /// Writes what was asked for; tensors have the header of the codebook as metadata.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if the codebook can't be read or an output not be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let target = safetensors.map { SingleFile(path: $0) }
    let folder = try pytorch.map { (path) throws(DiagnosticError) in
      try PyTorchFolder(path: path, replaces: replaces, files: files)
    }
    try target?.checkFree(replaces: replaces)
    try folder?.checkFree()
    let codebook = try CodebookFile.read(path)
    var report = Report()
    var parts: [String] = []
    if let target {
      parts.append(try write(codebook, to: target, report: &report))
    }
    if let folder {
      let written = try folder.write(codebook)
      var table = TextTable([("operator", .left), ("module", .left), ("units", .right)])
      table.rows = written.modules.map { [$0.name, $0.type, "\($0.units)"] }
      let names = written.files.map { "\(written.folder)/\($0.name)" }
      parts.append(table.text + "\nwrote \(names.joined(separator: ", "))\n")
      report.pytorch = written
    }
    return CommandOutput(text: parts.joined(separator: "\n"), json: JSONText.encode(report))
  }

  /// Writes the tensors and returns what is said about it.
  private func write(
    _ codebook: Codebook,
    to target: SingleFile,
    report: inout Report
  ) throws(DiagnosticError) -> String {
    let bytes = Self.safetensors(of: codebook).encoded()
    try target.write(bytes, replaces: replaces)
    let tensors = codebook.tables
      .map { Report.Tensor(name: $0.name, type: $0.type, shape: $0.shape) }
    report.file = target.path
    report.bytes = bytes.count
    report.sha256 = ContentHash(of: bytes).hexadecimal
    report.tensors = tensors
    var table = TextTable([("tensor", .left), ("type", .left), ("shape", .left)])
    table.rows = tensors.map {
      [$0.name, $0.type, $0.shape.map { "\($0)" }.joined(separator: " x ")]
    }
    return table.text + "\nwrote \(target.path)\n"
  }

  /// The tables as tensors; names of tensors have a point where those of tables have a slash.
  static func safetensors(of codebook: Codebook) -> Safetensors {
    var file = Safetensors(metadata: ["codebook": codebook.headerText])
    for table in codebook.tables {
      file.add(
        Safetensors.Entry(
          name: table.name.replacing("/", with: "."),
          type: table.type == "f32" ? .f32 : .f64,
          shape: Shape(table.shape),
          bytes: table.bytes
        )
      )
    }
    return file
  }
}

public import FabDiagnostics
import FabHash
import FabOperators
import FabTensor

/// What `codebook export` does: the tables of a codebook as tensors in a safetensors file.
public struct CodebookExportJob {
  private let path: String
  private let safetensors: String
  private let replaces: Bool

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - path: The codebook.
  ///   - safetensors: The file to write.
  ///   - replaces: Whether a file that exists may be replaced.
  public init(path: String, safetensors: String, replaces: Bool) {
    self.path = path
    self.safetensors = safetensors
    self.replaces = replaces
  }

  /// What was written: printed with `--json`.
  struct Report: Encodable {
    /// One tensor.
    struct Tensor: Encodable {
      var name: String
      var type: String
      var shape: [Int]
    }

    var file: String
    var bytes: Int
    var sha256: String
    var tensors: [Tensor]
  }

  /// Writes the tensors, with the header of the codebook as metadata.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if the codebook can't be read or the file not be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let target = SingleFile(path: safetensors)
    try target.checkFree(replaces: replaces)
    let codebook = try CodebookFile.read(path)
    let bytes = Self.safetensors(of: codebook).encoded()
    try target.write(bytes, replaces: replaces)
    let report = Report(
      file: safetensors,
      bytes: bytes.count,
      sha256: ContentHash(of: bytes).hexadecimal,
      tensors: codebook.tables.map { .init(name: $0.name, type: $0.type, shape: $0.shape) }
    )
    var table = TextTable([("tensor", .left), ("type", .left), ("shape", .left)])
    table.rows = report.tensors.map {
      [$0.name, $0.type, $0.shape.map { "\($0)" }.joined(separator: " x ")]
    }
    return CommandOutput(
      text: table.text + "\nwrote \(safetensors)\n",
      json: JSONText.encode(report)
    )
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

public import FabDiagnostics
import FabHash
import FabTransformer

/// What `transformer map` does: what it takes to run a network on wafers of a layout.
public struct TransformerMapJob {
  private let request: TransformerMapRequest
  private let files: SharedFiles

  /// Creates a job.
  public init(request: TransformerMapRequest, files: SharedFiles) {
    self.request = request
    self.files = files
  }

  /// Maps.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if an input can't be read or the picture can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let output = OutputChoice(svg: request.svg, replaces: request.replaces)
    try output.check()
    let file = try NetworkFile(path: files.network(request.network))
    let (layout, messages) = try LayoutCapacity.read(
      recipe: request.recipe,
      file: request.file,
      floorPlan: request.floorPlan,
      files: files
    )
    let mapping = NetworkMapping(file.network, layout: layout, choices: request.choices)
    let hash = file.hash.hexadecimal
    var text = TransformerMapText(mapping: mapping, hash: hash).description
    text += try output.write(
      svg: { TransformerMapPicture(mapping: mapping, hash: hash).svg() },
      csv: { [] }
    )
    return CommandOutput(
      text: text,
      json: JSONText.encode(TransformerMapReport(mapping, hash: hash)),
      messages: messages,
      isClean: true
    )
  }
}

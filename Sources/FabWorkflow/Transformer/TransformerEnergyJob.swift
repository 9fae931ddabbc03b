public import FabDiagnostics
import FabTransformer

/// What `transformer energy` does: what a network costs on a GPU, an accelerator and PCUs.
public struct TransformerEnergyJob {
  private let request: TransformerEnergyRequest
  private let files: SharedFiles

  /// Creates a job.
  public init(request: TransformerEnergyRequest, files: SharedFiles) {
    self.request = request
    self.files = files
  }

  /// Computes.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if an input can't be read or the picture can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let output = OutputChoice(svg: request.svg, replaces: request.replaces)
    try output.check()
    let file = try NetworkFile(path: files.network(request.network))
    var parameters = try read(files.energies(), base: nil)
    if let path = request.parameters { parameters = try read(path, base: parameters) }
    let study = try EnergyStudy(file, parameters: parameters, choices: request.choices)
    var text = TransformerEnergyText(study: study).description
    text += try output.write(svg: { TransformerEnergyPicture(study: study).svg() }, csv: { [] })
    return CommandOutput(
      text: text,
      json: JSONText.encode(TransformerEnergyReport(study)),
      messages: [],
      isClean: true
    )
  }

  private func read(
    _ path: String,
    base: EnergyParameters?
  ) throws(DiagnosticError) -> EnergyParameters {
    let bytes = try InputFile.bytes(at: path, limit: InputFile.textLimit)
    return try EnergyParameters.read(SourceText(name: path, bytes: bytes), base: base)
  }
}

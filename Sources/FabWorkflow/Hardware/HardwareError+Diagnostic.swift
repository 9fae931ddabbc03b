import FabDiagnostics
import FabOperators
import FabTensor
import FabTransformer

extension HardwareError {
  /// The message to the user.
  ///
  /// - Parameters:
  ///   - codebook: The codebook as the user named it.
  ///   - checkpoint: The checkpoint as the user named it.
  /// - Returns: The message.
  func diagnostic(codebook: String, checkpoint: String) -> DiagnosticError {
    switch self {
    case .codebook(let error): return error.diagnostic(at: .file(codebook))
    case .operators(let error): return CodebookError.unit(error).diagnostic(at: .file(codebook))
    case .crossbar(let error):
      return DiagnosticError(
        Diagnostic(
          .operatorNotStudied,
          at: .argument("--circuit"),
          "the crossbars of the layer have no solution: \(error)",
          fixes: ["take lines of less resistance with --segment, or smaller arrays with --tile"]
        )
      )
    case .noCircuits(let source):
      return DiagnosticError(
        Diagnostic(
          .unsupportedContent,
          at: .file(codebook),
          "the codebook is of source \(source.rawValue); circuits are solved with the units of a bench, which are had again "
            + "from its seed",
          fixes: ["build one without --layout and --wafer, or leave out --circuit"]
        )
      )
    case .training(let error):
      return DiagnosticError(error.diagnostic(file: checkpoint, options: ["steps": "--steps"]))
    case .noOperator(let activation):
      return DiagnosticError(
        Diagnostic(
          .unknownOperator,
          at: .file(checkpoint),
          "the network's activation is \(activation.rawValue), which PCUs don't have",
          fixes: ["train one with softplus, sigmoid or gelu"]
        )
      )
    case .unknownLayer(let name, let known):
      return DiagnosticError(
        Diagnostic(
          .unknownChoice,
          at: .argument("--circuit"),
          "the network has no layer '\(name)'\(NearMiss.question(for: name, among: known))",
          notes: [.init("it has \(known.joined(separator: ", "))")]
        )
      )
    }
  }
}

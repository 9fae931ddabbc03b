import FabDiagnostics
import FabOperators

/// Reads names of operators that codebooks have entries of.
enum CodebookOperators {
  /// Returns the operators of names, all that have entries where none is named.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `unknown-operator`.
  static func named(_ names: [String], option: String) throws(DiagnosticError) -> [OperatorName] {
    guard !names.isEmpty else { return OperatorName.codebookOperators }
    let chosen = try OperatorSelection.operators(names, option: option)
    if let other = chosen.first(where: { !OperatorName.codebookOperators.contains($0) }) {
      throw DiagnosticError(
        Diagnostic(
          .unknownOperator,
          at: .argument(option),
          "codebooks have no entry of \(other.rawValue) of its own",
          notes: [
            .init(
              "the entries are \(OperatorName.codebookOperators.map(\.rawValue).joined(separator: ", "))"
            )
          ],
          fixes: [
            "take multiplier for inner products of inputs, vmm for everything with programmed weights"
          ]
        )
      )
    }
    return chosen
  }
}

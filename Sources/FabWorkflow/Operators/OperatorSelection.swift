import FabDiagnostics
import FabOperators

/// Reads names of operators that a user typed.
enum OperatorSelection {
  /// Returns the operators of names, all of them where none is named; each once, in the usual order.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `unknown-operator`.
  static func operators(_ names: [String], option: String) throws(DiagnosticError) -> [OperatorName]
  {
    guard !names.isEmpty else { return OperatorName.allCases }
    var chosen: Set<OperatorName> = []
    for name in names { chosen.insert(try named(name, at: .argument(option))) }
    return OperatorName.allCases.filter(chosen.contains)
  }

  /// Returns the operator of a name.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `unknown-operator`.
  static func named(_ name: String, at place: Place?) throws(DiagnosticError) -> OperatorName {
    if let found = OperatorName(rawValue: name) { return found }
    let known = OperatorName.allCases.map(\.rawValue)
    throw DiagnosticError(
      Diagnostic(
        .unknownOperator,
        at: place,
        "no operator '\(name)'\(NearMiss.question(for: name, among: known))",
        notes: [.init("the operators are \(known.joined(separator: ", "))")]
      )
    )
  }
}

import FabDiagnostics
import FabLayout
import FabOperators
import FabUnits

/// The limits of a floor plan over the usual ones.
struct OperatorLimits {
  private var limits: [OperatorName: OperatorLimit] = [:]

  /// Reads the entries of a floor plan.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `unknown-operator`, for every name that isn't one.
  init(_ entries: [OperatorLimitEntry]) throws(DiagnosticError) {
    var errors: [Diagnostic] = []
    for entry in entries {
      do throws(DiagnosticError) {
        let name = try OperatorSelection.named(entry.name, at: entry.place)
        limits[name] = OperatorLimit(
          metric: OperatorLimit.usual(name).metric,
          percent: entry.limit.map { 100 * $0.siValue }
        )
      } catch {
        errors += error.diagnostics
      }
    }
    if !errors.isEmpty { throw DiagnosticError(errors) }
  }

  /// The limit of an operator.
  subscript(_ name: OperatorName) -> OperatorLimit { limits[name] ?? .usual(name) }
}

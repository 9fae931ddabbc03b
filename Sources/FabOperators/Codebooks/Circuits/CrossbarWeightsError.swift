public import FabCircuit

/// Why weights have no crossbars.
public enum CrossbarWeightsError: Error, Hashable, Sendable {
  /// A cell can't be programmed.
  case operators(OperatorError)
  /// An array can't be solved.
  case crossbar(CrossbarError)
}

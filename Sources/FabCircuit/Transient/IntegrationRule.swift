/// How a rate of change is written by differences.
public enum IntegrationRule: String, Hashable, Sendable, CaseIterable {
  /// By the present step alone: damps everything, first order.
  case backwardEuler
  /// By the mean of the rates at both ends: second order, rings after jumps.
  case trapezoidal
}

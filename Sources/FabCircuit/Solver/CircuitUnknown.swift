/// One unknown of a circuit's equations.
public enum CircuitUnknown: Hashable, Sendable {
  /// The voltage of a node.
  case voltage(node: String)
  /// The current of a source, a summer or an amplifier's output.
  case current(element: String)
}

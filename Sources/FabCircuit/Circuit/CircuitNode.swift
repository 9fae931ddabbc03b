/// A node of a circuit: an index into its names.
public struct CircuitNode: Hashable, Sendable {
  /// The place among the circuit's nodes; 0 is ground.
  public let index: Int

  /// The reference of all voltages.
  public static let ground = CircuitNode(index: 0)
}

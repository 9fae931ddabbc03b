/// The operations of one layer, in the order in which data flows through them.
public struct LayerOperations: Hashable, Sendable {
  /// The layer, for instance `encoder.3` or `stage.2/fusion`.
  public let name: String
  /// Its operations.
  public let operations: [NetworkOperation]
  /// Numbers that wait for others: keys and values of all tokens.
  public let heldValues: Int

  /// Creates a list.
  public init(name: String, operations: [NetworkOperation], heldValues: Int) {
    self.name = name
    self.operations = operations
    self.heldValues = heldValues
  }
}

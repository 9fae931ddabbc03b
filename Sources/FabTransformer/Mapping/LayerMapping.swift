/// How a layer is carried out.
public struct LayerMapping: Hashable, Sendable {
  /// The layer.
  public let name: String
  /// Its operations.
  public let operations: [OperationMapping]
  /// Numbers that wait for others, in sample-and-hold stages of the periphery.
  public let heldValues: Int

  /// Units that hold its weights.
  public var weightPCUs: Int { operations.reduce(0) { $0 + $1.weightPCUs } }
  /// Arrays that hold them.
  public var arrays: Int { operations.reduce(0) { $0 + $1.arrays } }
  /// Units of its operators: all of them work at once, since a row flows through one after the other.
  public var operatorPCUs: ModeCounts {
    operations.reduce(ModeCounts()) { $0 + $1.operatorPCUs }
  }
  /// Passes one after the other.
  public var passes: Int { operations.reduce(0) { $0 + $1.passes } }
  /// Conversions inside.
  public var conversions: Int { operations.reduce(0) { $0 + $1.conversions } }
}

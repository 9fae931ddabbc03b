public import FabOperators

/// How an operation is carried out.
public struct OperationMapping: Hashable, Sendable {
  /// The operation.
  public let operation: NetworkOperation
  /// The operators that carry it; empty where wires, folded weights or a processor do.
  public internal(set) var operators: [OperatorName] = []
  /// Units that hold weights, of this operation alone.
  public internal(set) var weightPCUs = 0
  /// Arrays of the layout that hold them.
  public internal(set) var arrays = 0
  /// The share of those arrays' units that hold a weight; `nil` where there are none.
  public internal(set) var utilisation: Double?
  /// Rows of tiles whose currents are added on the way to one amplifier.
  public internal(set) var summedTiles = 0
  /// Units of operators, that other layers use at other times.
  public internal(set) var operatorPCUs = ModeCounts()
  /// Passes one after the other.
  public internal(set) var passes = 0
  /// Conversions between analog and digital inside the network.
  public internal(set) var conversions = 0
  /// How, in a line.
  public internal(set) var remark = ""
  /// The function that stands for one that PCUs don't have.
  public internal(set) var substitute: ActivationFunction?

  init(_ operation: NetworkOperation) {
    self.operation = operation
  }
}

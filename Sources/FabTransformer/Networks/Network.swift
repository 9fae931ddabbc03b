/// A Transformer as operations with extents; its weights are no part of it.
public struct Network: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// What it is, in a line.
  public let title: String
  /// Where its extents come from.
  public let source: String
  /// The streams that come from outside.
  public let inputs: [TokenStream]
  /// The streams that are read at the end.
  public let outputs: [TokenStream]
  /// Its layers.
  public let layers: [LayerOperations]
  /// Parts that run elsewhere.
  public let outside: [OutsidePart]

  /// All operations.
  public var operations: some Sequence<NetworkOperation> { layers.lazy.flatMap(\.operations) }

  /// Weights that are stored, biases not counted.
  public var staticWeights: Int { operations.reduce(0) { $0 + $1.staticWeights } }
  /// Multiplications with stored weights.
  public var staticMacs: Int { operations.reduce(0) { $0 + $1.staticMacs } }
  /// Multiplications of two inputs.
  public var dynamicMacs: Int { operations.reduce(0) { $0 + $1.dynamicMacs } }
}

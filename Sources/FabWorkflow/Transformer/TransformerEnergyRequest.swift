public import FabTransformer

/// What `transformer energy` is asked for.
public struct TransformerEnergyRequest: Sendable {
  /// The network: a name or a file.
  public var network: String
  /// A file of energies that replace those of the tool; `nil` for none.
  public var parameters: String?
  /// The circuit of softmax and the settling, for cells as they are simulated.
  public var choices = MappingChoices()
  /// The picture of what the result hangs on; `nil` for none.
  public var svg: String?
  /// Whether it may replace a file.
  public var replaces = false

  /// Creates a request.
  public init(network: String) {
    self.network = network
  }
}

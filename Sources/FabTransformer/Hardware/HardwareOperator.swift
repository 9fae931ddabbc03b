/// The kinds of operators that hardware does in place of numbers.
public enum HardwareOperator: String, Hashable, Sendable, CaseIterable {
  /// Products of activations with programmed weights.
  case weights
  /// Products of activations with each other, in attention.
  case products
  /// The softmax of attention.
  case softmax
  /// Activation functions between layers.
  case activation

  /// What it's called in tables.
  public var title: String {
    switch self {
    case .weights: "static weights"
    case .products: "dynamic products"
    case .softmax: "softmax"
    case .activation: "activation"
    }
  }
}

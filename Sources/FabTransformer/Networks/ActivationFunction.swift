/// The elementwise functions of networks.
public enum ActivationFunction: String, Hashable, Sendable, CaseIterable, Codable {
  /// max(0, x).
  case relu
  /// ln(1 + exp(x)).
  case softplus
  /// 1 / (1 + exp(-x)).
  case sigmoid
  /// x Phi(x).
  case gelu
}

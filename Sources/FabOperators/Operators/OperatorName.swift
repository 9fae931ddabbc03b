/// The analog operators, by their stable names.
public enum OperatorName: String, Hashable, Sendable, CaseIterable, Codable {
  /// Quotient of two currents by three units.
  case divider
  /// Product of two currents by three units.
  case multiplier
  /// Vector times weights, inputs straight on the memristors.
  case vmm
  /// Vector times weights through the diodes as selectors, inputs as pulse widths.
  case vmmSelector
  /// Vector times weights through the diodes as selectors, inputs as amplitudes.
  case vmmSelectorAmplitude
  /// Inner product of two vectors of either sign, both of them inputs.
  case dynamicMultiply
  /// Exponential of a number.
  case exponential
  /// Product with a constant.
  case scale
  /// Sum of two numbers.
  case add
  /// Normalisation over a batch, folded into weights.
  case batchNorm
  /// Softmax from a shared logarithm of the sum.
  case softmax
  /// Softmax from a multiplier, an exponential and a divider a channel.
  case softmaxComposed
  /// Softmax of a common tail current.
  case softmaxTailCurrent
  /// Softplus of one diode.
  case softplus
  /// Sigmoid of two diodes back to back.
  case sigmoid
  /// Gaussian error linear unit.
  case gelu
}

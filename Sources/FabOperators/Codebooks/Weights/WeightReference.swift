/// What a deviation of weights is a share of; publications of weight noise leave it open.
public enum WeightReference: String, Hashable, Sendable, CaseIterable {
  /// The range of the layer's weights, from the smallest to the largest.
  case range
  /// The largest magnitude of the layer's weights: the largest conductance.
  case maximum
  /// Each weight itself.
  case value
}

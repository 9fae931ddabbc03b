/// How values are laid out along an axis.
public enum ChartScale: String, Hashable, Sendable, CaseIterable {
  /// Equal differences are equally long.
  case linear
  /// Equal ratios are equally long; only values above zero can be shown.
  case logarithmic

  /// Tells whether a value has a place on the axis.
  ///
  /// Beyond 1e100 differences and ratios of values could leave the range of `Double`.
  func shows(_ value: Double) -> Bool {
    guard abs(value) <= 1e100 else { return false }
    return self == .linear || value >= 1e-100
  }
}

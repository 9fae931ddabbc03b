/// Inverts the distribution of a positive quantity.
enum DistributionQuantile {
  /// Returns the value at which a rising function of positive numbers reaches a probability.
  ///
  /// Bisection of the logarithm where the value spans decades, then of the value: a bracket can't be lost.
  static func value(
    at probability: Double,
    _ below: (Double) -> Double
  ) -> Double {
    var low = 1.0
    var high = 1.0
    while below(high) < probability, high < 1e300 {
      low = high
      high *= 4
    }
    while below(low) > probability, low > 1e-300 {
      high = low
      low /= 4
    }
    for _ in 0..<200 where high - low > 1e-15 * high {
      let middle = 0.5 * (low + high)
      if below(middle) < probability { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}

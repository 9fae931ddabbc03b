extension SampleStatistics {
  /// The distance from the lower to the upper quartile.
  public var interquartileRange: Double { quantile(0.75) - quantile(0.25) }

  /// The largest minus the smallest value.
  public var range: Double { maximum - minimum }

  /// Returns the interval that covers the true standard deviation of a normal quantity; `nil` for one value.
  ///
  /// - Precondition: `level` lies strictly between 0 and 1.
  ///
  /// > Source: `(n - 1) s²/σ²` follows the chi-square distribution of `n - 1` degrees of freedom.
  public func standardDeviationInterval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard count > 1 else { return nil }
    let freedom = Double(count - 1)
    let distribution = ChiSquareDistribution(degreesOfFreedom: freedom)
    let low = (freedom / distribution.quantile(0.5 + level / 2)).squareRoot()
    let high = (freedom / distribution.quantile(0.5 - level / 2)).squareRoot()
    return low * standardDeviation...high * standardDeviation
  }
}

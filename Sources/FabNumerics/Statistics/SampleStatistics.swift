/// Mean, spread and quantiles of a sample.
public struct SampleStatistics: Hashable, Sendable {
  /// The number of values.
  public let count: Int
  /// The arithmetic mean.
  public let mean: Double
  /// The standard deviation with *count* - 1 in the denominator; zero for one value.
  public let standardDeviation: Double
  /// The values in ascending order.
  public let sorted: [Double]

  /// Creates the statistics of values; `nil` where there are none or one isn't finite.
  public init?(_ values: [Double]) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    count = values.count
    let center = values.reduce(0, +) / Double(values.count)
    // Corrected two-pass sums: the mean's rounding error cancels.
    var first = 0.0
    var second = 0.0
    for value in values {
      first += value - center
      second += (value - center) * (value - center)
    }
    let number = Double(values.count)
    mean = center + first / number
    standardDeviation =
      values.count > 1 ? (max(0, second - first * first / number) / (number - 1)).squareRoot() : 0
    sorted = values.sorted()
  }

  /// The standard error of the mean.
  public var standardError: Double { standardDeviation / Double(count).squareRoot() }

  /// The smallest value.
  public var minimum: Double { sorted[0] }

  /// The largest value.
  public var maximum: Double { sorted[count - 1] }

  /// The median.
  public var median: Double { quantile(0.5) }

  /// Returns a quantile, interpolated linearly between neighbours.
  ///
  /// - Precondition: `probability` lies in 0...1.
  ///
  /// > Source: R. J. Hyndman, Y. Fan, *Sample quantiles in statistical packages*, Am. Stat. 50, 361
  /// > (1996), doi 10.2307/2684934, definition 7.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability lies in 0...1, found \(probability)")
    let place = probability * Double(count - 1)
    let index = min(Int(place), count - 1)
    let next = min(index + 1, count - 1)
    return sorted[index] + (place - Double(index)) * (sorted[next] - sorted[index])
  }

  /// Returns the interval that covers the true mean with a probability; `nil` for one value.
  ///
  /// - Precondition: `level` lies strictly between 0 and 1.
  public func meanInterval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard count > 1 else { return nil }
    let half =
      StudentDistribution(degreesOfFreedom: Double(count - 1)).quantile(0.5 + level / 2)
      * standardError
    return mean - half...mean + half
  }
}

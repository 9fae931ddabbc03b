import Foundation

/// How closely two samples, taken in pairs, lie on a straight line.
public struct Correlation: Hashable, Sendable {
  /// The number of pairs.
  public let count: Int
  /// Pearson's coefficient, within -1...1.
  public let coefficient: Double

  /// Creates the correlation of paired samples.
  ///
  /// `nil` for fewer than three pairs, samples of different length, a value that isn't finite, or a sample
  /// without spread: no coefficient exists.
  public init?(_ first: [Double], _ second: [Double]) {
    guard first.count == second.count, first.count >= 3,
      let left = SampleStatistics(first), let right = SampleStatistics(second),
      left.standardDeviation > 0, right.standardDeviation > 0
    else { return nil }
    count = first.count
    var sum = 0.0
    for (x, y) in zip(first, second) {
      sum +=
        (x - left.mean) / left.standardDeviation * ((y - right.mean) / right.standardDeviation)
    }
    coefficient = max(-1, min(1, sum / Double(count - 1)))
  }

  /// Creates Spearman's correlation, that of the ranks; equal values share the mean of their ranks.
  public init?(ranksOf first: [Double], _ second: [Double]) {
    guard first.allSatisfy(\.isFinite), second.allSatisfy(\.isFinite) else { return nil }
    self.init(Self.ranks(of: first), Self.ranks(of: second))
  }

  /// The probability of a coefficient at least as far from zero where normal samples are independent.
  public var pValue: Double {
    guard abs(coefficient) < 1 else { return 0 }
    let freedom = Double(count - 2)
    let statistic =
      abs(coefficient) * (freedom / (1 - coefficient * coefficient)).squareRoot()
    return 2 * StudentDistribution(degreesOfFreedom: freedom).probability(below: -statistic)
  }

  /// Returns the interval that covers the true coefficient of normal samples; `nil` for three pairs.
  ///
  /// - Precondition: `level` lies strictly between 0 and 1.
  ///
  /// > Source: R. A. Fisher, *On the probable error of a coefficient of correlation*, Metron 1, 3 (1921):
  /// > `atanh(r)` is about normal with the variance `1/(n - 3)`.
  public func interval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard count > 3 else { return nil }
    guard abs(coefficient) < 1 else { return coefficient...coefficient }
    let half = NormalDistribution.quantile(0.5 + level / 2) / Double(count - 3).squareRoot()
    let center = atanh(coefficient)
    return tanh(center - half)...tanh(center + half)
  }

  /// Returns the ranks of values, from one; equal values share the mean of their ranks.
  static func ranks(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = Array(repeating: 0.0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for index in start...end { ranks[order[index]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}

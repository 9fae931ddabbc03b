import Foundation

/// The Anderson-Darling test of whether a sample may be normal, its mean and spread unknown.
public struct NormalityTest: Hashable, Sendable {
  /// The number of values.
  public let count: Int
  /// The statistic A², larger for samples less normal.
  public let statistic: Double
  /// The statistic corrected for the size of the sample, `A² (1 + 0.75/n + 2.25/n²)`.
  public let corrected: Double
  /// The probability of a statistic at least as large where the sample is normal.
  public let pValue: Double

  /// Tests a sample; `nil` for fewer than eight values, one that isn't finite, or no spread.
  ///
  /// > Source: R. B. D'Agostino, M. A. Stephens, *Goodness-of-Fit Techniques*, Dekker 1986, section 4.8.5,
  /// > table 4.9 (correction and p value of case 3), valid from eight values on.
  public init?(_ values: [Double]) {
    guard values.count >= 8, let sample = SampleStatistics(values), sample.standardDeviation > 0
    else { return nil }
    count = values.count
    let number = Double(count)
    let deviates = sample.sorted.map { ($0 - sample.mean) / sample.standardDeviation }
    var sum = 0.0
    for index in 0..<count {
      let below = NormalDistribution.probability(below: deviates[index])
      let above = NormalDistribution.probability(below: -deviates[count - 1 - index])
      // A deviate beyond 37 standard deviations has no probability left to take the logarithm of.
      let logs = log(max(below, .leastNormalMagnitude)) + log(max(above, .leastNormalMagnitude))
      sum += Double(2 * index + 1) * logs
    }
    statistic = -number - sum / number
    corrected = statistic * (1 + 0.75 / number + 2.25 / (number * number))
    pValue = Self.probability(above: corrected)
  }

  private static func probability(above value: Double) -> Double {
    switch value {
    case ..<0.2: 1 - exp(-13.436 + 101.14 * value - 223.73 * value * value)
    case ..<0.34: 1 - exp(-8.318 + 42.796 * value - 59.938 * value * value)
    case ..<0.6: exp(0.9177 - 4.279 * value - 1.38 * value * value)
    // The parabola turns upwards beyond 156; the p value is below 1e-200 long before.
    default: exp(1.2937 - 5.709 * min(value, 100) + 0.0186 * min(value, 100) * min(value, 100))
    }
  }
}

/// The interval that covers the true share of successes.
public struct ProportionInterval: Hashable, Sendable {
  /// The observed share.
  public let share: Double
  /// The lower and the upper end.
  public let range: ClosedRange<Double>

  /// Creates the interval of so many successes; `nil` where there were no trials or more successes than trials.
  ///
  /// - Precondition: `level` lies strictly between 0 and 1.
  ///
  /// > Source: E. B. Wilson, *Probable inference, the law of succession, and statistical inference*,
  /// > J. Am. Stat. Assoc. 22, 209 (1927), doi 10.1080/01621459.1927.10502953.
  public init?(successes: Int, trials: Int, level: Double = 0.95) {
    guard trials > 0, (0...trials).contains(successes) else { return nil }
    let number = Double(trials)
    let z = NormalDistribution.quantile(0.5 + level / 2)
    share = Double(successes) / number
    let center = share + z * z / (2 * number)
    let half = z * (share * (1 - share) / number + z * z / (4 * number * number)).squareRoot()
    let scale = 1 + z * z / number
    let low = successes == 0 ? 0 : max(0, (center - half) / scale)
    let high = successes == trials ? 1 : min(1, (center + half) / scale)
    range = low...high
  }
}

import FabNumerics

/// Whether groups can have one common yield, by Pearson's chi-square.
///
/// > Source: K. Pearson, Phil. Mag. 50, 157 (1900), doi 10.1080/14786440009463897; expected counts of five or more:
/// > W. G. Cochran, Biometrics 10, 417 (1954), doi 10.2307/3001616.
public struct HomogeneityTest: Hashable, Sendable {
  /// The statistic.
  public let statistic: Double
  /// The number of groups less one.
  public let degreesOfFreedom: Int
  /// The probability of a statistic at least as large where all groups have one yield.
  public let pValue: Double
  /// Whether some group expects fewer than five good or bad units: the p value is rough then.
  public let isRough: Bool

  /// Tests counts; `nil` for fewer than two groups with tested units, or where all units are good, or all bad.
  public init?(_ counts: [YieldCount]) {
    let groups = counts.filter { $0.tested > 0 }
    let tested = groups.reduce(0) { $0 + $1.tested }
    let good = groups.reduce(0) { $0 + $1.good }
    guard groups.count >= 2, good > 0, good < tested else { return nil }
    let share = Double(good) / Double(tested)
    var sum = 0.0
    var smallest = Double.infinity
    for group in groups {
      let expected = share * Double(group.tested)
      let rest = (1 - share) * Double(group.tested)
      let difference = Double(group.good) - expected
      sum += difference * difference * (1 / expected + 1 / rest)
      smallest = min(smallest, expected, rest)
    }
    statistic = sum
    degreesOfFreedom = groups.count - 1
    pValue = ChiSquareDistribution(degreesOfFreedom: Double(groups.count - 1))
      .probability(above: sum)
    isRough = smallest < 5
  }
}

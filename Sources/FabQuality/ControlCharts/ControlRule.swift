/// What makes a point of a control chart a signal.
///
/// Zones are one standard deviation of the plotted points wide; a point on a zone line counts inward, one on the
/// centre line to neither side.
///
/// > Source: *Statistical Quality Control Handbook*, Western Electric 1956; L. S. Nelson, *The Shewhart control
/// > chart: tests for special causes*, J. Qual. Technol. 16, 237 (1984), doi 10.1080/00224065.1984.11978921.
public enum ControlRule: String, CaseIterable, Codable, Hashable, Sendable {
  /// A point beyond a limit (Western Electric 1, Nelson 1).
  case beyondLimit
  /// Nine points in a row on one side of the centre line (Nelson 2).
  case nineOnOneSide
  /// Six points in a row, each above the one before, or each below it (Nelson 3).
  case sixTrending
  /// Fourteen points in a row, alternating up and down (Nelson 4).
  case fourteenAlternating
  /// Two of three points in a row beyond two standard deviations on one side (Western Electric 2, Nelson 5).
  case twoOfThreeBeyondTwo
  /// Four of five points in a row beyond one standard deviation on one side (Western Electric 3, Nelson 6).
  case fourOfFiveBeyondOne
  /// Fifteen points in a row within one standard deviation (Nelson 7).
  case fifteenWithinOne
  /// Eight points in a row beyond one standard deviation, on either side (Nelson 8).
  case eightBeyondOne
  /// Eight points in a row on one side of the centre line (Western Electric 4).
  case eightOnOneSide

  /// The rules 1 to 4 of the Western Electric handbook.
  public static let westernElectric: Set<ControlRule> = [
    .beyondLimit, .twoOfThreeBeyondTwo, .fourOfFiveBeyondOne, .eightOnOneSide,
  ]
  /// The tests 1 to 8 of Nelson.
  public static let nelson: Set<ControlRule> = [
    .beyondLimit, .nineOnOneSide, .sixTrending, .fourteenAlternating, .twoOfThreeBeyondTwo,
    .fourOfFiveBeyondOne, .fifteenWithinOne, .eightBeyondOne,
  ]
  /// Nelson's tests 1 and 2; a weighted average beside them finds small shifts with fewer false alarms than more rules.
  public static let standard: Set<ControlRule> = [.beyondLimit, .nineOnOneSide]

  /// The rules that have a meaning for a kind of chart: one point beyond a limit where neighbours aren't independent.
  public static func rules(fitting statistic: ControlStatistic) -> Set<ControlRule> {
    switch statistic {
    case .individual, .meanByRange, .meanByDeviation: Set(allCases)
    // Ranges and deviations are skewed: zones of equal probability don't exist, runs about the median nearly do.
    case .range, .deviation: [.beyondLimit, .nineOnOneSide, .eightOnOneSide, .sixTrending]
    case .movingRange, .weightedAverage, .cumulativeSum: [.beyondLimit]
    }
  }

  /// The number of points that the rule looks at.
  public var window: Int {
    switch self {
    case .beyondLimit: 1
    case .nineOnOneSide: 9
    case .sixTrending: 6
    case .fourteenAlternating: 14
    case .twoOfThreeBeyondTwo: 3
    case .fourOfFiveBeyondOne: 5
    case .fifteenWithinOne: 15
    case .eightBeyondOne: 8
    case .eightOnOneSide: 8
    }
  }

  /// The rule in words, as the end of "point 12: …".
  public var sentence: String {
    switch self {
    case .beyondLimit: "beyond the control limit"
    case .nineOnOneSide: "nine points in a row on one side of the centre line"
    case .sixTrending: "six points in a row rising, or falling"
    case .fourteenAlternating: "fourteen points in a row alternating up and down"
    case .twoOfThreeBeyondTwo: "two of three points beyond two sigma on one side"
    case .fourOfFiveBeyondOne: "four of five points beyond one sigma on one side"
    case .fifteenWithinOne: "fifteen points in a row within one sigma"
    case .eightBeyondOne: "eight points in a row beyond one sigma on either side"
    case .eightOnOneSide: "eight points in a row on one side of the centre line"
    }
  }
}

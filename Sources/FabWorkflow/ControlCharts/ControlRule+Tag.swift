import FabQuality

extension ControlRule {
  /// The number under which people know the rule: Nelson's, or `W4` for the one only Western Electric has.
  var tag: String {
    switch self {
    case .beyondLimit: "1"
    case .nineOnOneSide: "2"
    case .sixTrending: "3"
    case .fourteenAlternating: "4"
    case .twoOfThreeBeyondTwo: "5"
    case .fourOfFiveBeyondOne: "6"
    case .fifteenWithinOne: "7"
    case .eightBeyondOne: "8"
    case .eightOnOneSide: "W4"
    }
  }
}

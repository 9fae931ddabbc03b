/// A point at which a rule signals.
public struct ControlViolation: Hashable, Sendable {
  /// The index of the value or subgroup that completes the rule.
  public let index: Int
  /// The rule.
  public let rule: ControlRule
  /// The indices of all points that take part, ascending.
  public let points: [Int]
  /// What happened, as a sentence without a final period.
  public let sentence: String
}

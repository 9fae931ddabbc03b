/// The verdict of one rule.
public struct RuleResult: Hashable, Sendable {
  /// The rule's identifier.
  public let id: String
  /// What it says.
  public let verdict: RuleVerdict

  /// Creates a result.
  public init(id: String, verdict: RuleVerdict) {
    self.id = id
    self.verdict = verdict
  }
}

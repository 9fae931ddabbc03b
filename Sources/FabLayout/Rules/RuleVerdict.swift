/// What a design rule says of a layout.
public enum RuleVerdict: Hashable, Sendable {
  /// The rule ran on everything and found nothing.
  case clean
  /// The rule ran and found something.
  case findings([Finding])
  /// The rule couldn't run; the reason says what it lacks. This is never "clean".
  case notRun(reason: String)

  /// Clean or findings, by whether there are any; sorted by level and place.
  public init(_ findings: [Finding]) {
    self = findings.isEmpty ? .clean : .findings(findings.sorted())
  }

  /// The findings; empty unless there are any.
  public var findings: [Finding] {
    switch self {
    case .findings(let findings): findings
    case .clean, .notRun: []
    }
  }
}

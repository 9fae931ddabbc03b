public import FabDiagnostics
import FabQuality
import Foundation

/// The rules by which points are judged, and whether a weighted average is judged beside them.
public struct ControlRuleChoice: Hashable, Sendable {
  let rules: Set<ControlRule>
  let hasWeightedAverage: Bool

  /// The rules unless others are chosen: beyond a limit, nine on one side, and the weighted average.
  ///
  /// Differences of individuals beyond their limit go with the first rule; in control one of 109 is, by 2(1 - Φ((d2 + 3 d3)/√2)).
  ///
  /// > Source: Average run lengths in control of 216 points for the two rules and 544 for the weighted average;
  /// > all eight rules of Nelson signal every 73 points by chance (`spc rules` computes them).
  public static let standard = ControlRuleChoice(rules: ControlRule.standard, average: true)

  private init(rules: Set<ControlRule>, average: Bool) {
    self.rules = rules
    hasWeightedAverage = average
  }

  /// Reads a choice such as `1,2,5,ewma`, `nelson` or `western-electric`.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-choice`.
  public init(_ text: String) throws(DiagnosticError) {
    var rules: Set<ControlRule> = []
    var hasWeightedAverage = false
    for part in text.split(separator: ",") {
      let word = part.trimmingCharacters(in: .whitespaces).lowercased()
      switch word {
      case "ewma": hasWeightedAverage = true
      case "nelson": rules.formUnion(ControlRule.nelson)
      case "western-electric": rules.formUnion(ControlRule.westernElectric)
      default:
        guard let rule = ControlRule.allCases.first(where: { $0.tag.lowercased() == word }) else {
          throw Self.unknown(word)
        }
        rules.insert(rule)
      }
    }
    guard !rules.isEmpty || hasWeightedAverage else { throw Self.unknown(text) }
    self.rules = rules
    self.hasWeightedAverage = hasWeightedAverage
  }

  private static func unknown(_ word: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .unknownChoice,
        at: .argument("--rules"),
        "there is no rule '\(word)'",
        fixes: [
          "choose among \(ControlRule.allCases.map(\.tag).joined(separator: ", ")), ewma, nelson, western-electric"
        ]
      )
    )
  }

  /// The rules that say something of a statistic.
  func rules(fitting statistic: ControlStatistic) -> Set<ControlRule> {
    let fitting = ControlRule.rules(fitting: statistic)
    // A chart with memory has the one rule that its limits mean, whatever was chosen for the others.
    return fitting == [.beyondLimit] ? fitting : rules.intersection(fitting)
  }
}

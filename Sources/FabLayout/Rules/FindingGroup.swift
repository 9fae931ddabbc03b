public import FabGeometry
import FabRecipe

/// Findings of one rule that say the same of different places.
///
/// A defect of a cell is found wherever the cell stands; people want to read it once.
public struct FindingGroup: Hashable, Sendable {
  /// The rule.
  public let rule: String
  /// The first finding; the others differ by their boxes alone.
  public let finding: Finding
  /// The boxes of all, the first's included.
  public let boxes: [Box]

  /// Returns the findings of results in groups, in the order of their first.
  public static func groups(of results: [RuleResult]) -> [FindingGroup] {
    results.flatMap { result in
      var order: [Key] = []
      var members: [Key: [Finding]] = [:]
      for finding in result.verdict.findings {
        let key = Key(finding)
        if members[key] == nil { order.append(key) }
        members[key, default: []].append(finding)
      }
      return order.compactMap { key in
        members[key].map { FindingGroup(rule: result.id, finding: $0[0], boxes: $0.map(\.box)) }
      }
    }
  }

  private struct Key: Hashable {
    let level: String
    let measured: String
    let limit: String
    let text: String

    init(_ finding: Finding) {
      level = finding.level.text
      measured = finding.measured
      limit = finding.limit
      text = finding.text
    }
  }
}

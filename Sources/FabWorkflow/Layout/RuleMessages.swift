import FabDiagnostics
import FabLayout
import FabRecipe

/// Turns the verdicts of design rules into messages.
enum RuleMessages {
  /// Returns a message for the findings that say the same of different places, and one a rule that didn't run.
  static func diagnostics(for results: [RuleResult]) -> [Diagnostic] {
    let findings = FindingGroup.groups(of: results)
      .map { group in
        Diagnostic(
          .ruleViolation,
          at: .mask(level: group.finding.level.text, box: group.finding.box.millimetres),
          "\(group.rule): \(group.finding.measured), expected \(group.finding.limit)",
          notes: notes(on: group.boxes.dropFirst().map(\.millimetres)),
          fixes: [group.finding.text]
        )
      }
    let notRun = results.compactMap { result -> Diagnostic? in
      guard case .notRun(let reason) = result.verdict else { return nil }
      return Diagnostic(.ruleNotRun, severity: .warning, "\(result.id) didn't run: \(reason)")
    }
    return findings + notRun
  }

  /// Names up to three further places, and how many there are.
  private static func notes(on boxes: [MillimetreBox]) -> [Diagnostic.Note] {
    guard !boxes.isEmpty else { return [] }
    let named = boxes.prefix(3).map(\.description).joined(separator: ", ")
    let rest = boxes.count > 3 ? ", …" : ""
    return [.init("\(boxes.count) more like this, at \(named)\(rest)")]
  }
}

import FabDiagnostics
import FabLayout
import FabRecipe

/// Turns the verdicts of design rules into messages.
enum RuleMessages {
  /// Returns a message a finding, and one a rule that didn't run.
  static func diagnostics(for results: [RuleResult]) -> [Diagnostic] {
    results.flatMap { result in
      switch result.verdict {
      case .clean: [Diagnostic]()
      case .findings(let findings):
        findings.map { finding in
          Diagnostic(
            .ruleViolation,
            at: .mask(level: finding.level.text, box: finding.box.millimetres),
            "\(result.id): \(finding.measured), expected \(finding.limit)",
            fixes: [finding.text]
          )
        }
      case .notRun(let reason):
        [Diagnostic(.ruleNotRun, severity: .warning, "\(result.id) didn't run: \(reason)")]
      }
    }
  }
}

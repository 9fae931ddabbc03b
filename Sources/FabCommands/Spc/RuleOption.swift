import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// The rules by which points are judged.
struct RuleOption: ParsableArguments {
  @Option(
    help:
      "The rules: numbers of 'spc rules', ewma, nelson, western-electric. (default: 1,2,ewma)"
  )
  var rules: String?

  func choice() throws(DiagnosticError) -> ControlRuleChoice {
    guard let rules else { return .standard }
    return try ControlRuleChoice(rules)
  }
}

import FabGeometry
import FabRecipe

/// All design rules.
public enum DesignRules {
  /// The rules in the order in which they are reported.
  public static let all: [any DesignRule] = [
    ContourIntegrity(), Sliver(), ApertureWidth(), WebWidth(), AcuteAngle(), CornerRadius(), Sag(),
    SheetInOnePiece(), ApertureToEdge(), RegistrationKeepOut(), EdgeExclusion(), OpenArea(),
    AlignmentMarks(), ForbiddenStack(), FilmEnclosure(), ConductorGap(),
  ]

  /// Checks a layout with every rule.
  public static func check(_ context: RuleContext) -> [RuleResult] {
    guard context.layersOutOfRange.isEmpty else {
      let names = context.layersOutOfRange.map { "\($0.level)/\($0.purpose.gdsDatatype)" }
      let reason = "shapes on \(names.joined(separator: ", ")) lie beyond ±1.07 m; move them"
      return all.map { RuleResult(id: $0.id, verdict: .notRun(reason: reason)) }
    }
    return ParallelMap.map(all) { rule in RuleResult(id: rule.id, verdict: rule.check(context)) }
  }
}

import FabGeometry

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
    ParallelMap.map(all) { rule in RuleResult(id: rule.id, verdict: rule.check(context)) }
  }
}

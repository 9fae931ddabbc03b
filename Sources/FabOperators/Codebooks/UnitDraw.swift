/// How units are drawn that nobody simulated.
public enum UnitDraw: String, Hashable, Sendable, CaseIterable {
  /// Each is one of the simulated units, whole: all its points belong together. They repeat once all are taken.
  case simulated
  /// Each has normal scores of its own on the components: never the same unit twice, exact where deviations are normal.
  case normal
}

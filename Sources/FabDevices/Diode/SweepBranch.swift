/// The direction of a voltage sweep; the branches of a curve with hysteresis are fitted apart.
public enum SweepBranch: String, Hashable, Sendable, CaseIterable {
  /// The voltage rises from point to point.
  case rising
  /// The voltage falls from point to point.
  case falling
}

/// What a tracker sees.
public enum TrackingModality: String, Hashable, Sendable, CaseIterable {
  /// The visible picture alone.
  case visible
  /// The thermal picture alone.
  case thermal
  /// Both.
  case fused
}

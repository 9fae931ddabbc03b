/// Where variation in a gauge study comes from.
public enum GaugeSource: String, CaseIterable, Codable, Hashable, Sendable {
  /// Repeats by one operator on one part (EV).
  case repeatability
  /// Differences of operators (AV, without the interaction).
  case operators
  /// Operators that differ in how they measure which part.
  case interaction
  /// Differences of parts (PV).
  case parts
}

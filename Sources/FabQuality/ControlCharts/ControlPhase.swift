/// A stretch of a series with limits of its own: before and after a change of tool, target or recipe.
public struct ControlPhase: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The limits.
  public let limits: ControlLimits
  /// The index of the first value or subgroup of the phase.
  public let start: Int

  /// Creates a phase.
  public init(name: String, limits: ControlLimits, start: Int = 0) {
    self.name = name
    self.limits = limits
    self.start = start
  }
}

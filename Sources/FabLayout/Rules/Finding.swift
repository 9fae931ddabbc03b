public import FabGeometry
public import FabRecipe

/// A place where a layout breaks a design rule.
public struct Finding: Hashable, Sendable {
  /// The mask level.
  public let level: LevelName
  /// The box around the place.
  public let box: Box
  /// What was measured, with its unit, for instance `0.08 mm`.
  public let measured: String
  /// What is allowed, with its unit, for instance `at least 0.1 mm`.
  public let limit: String
  /// The finding in one sentence, with what to do.
  public let text: String

  /// Creates a finding.
  public init(level: LevelName, box: Box, measured: String, limit: String, text: String) {
    self.level = level
    self.box = box
    self.measured = measured
    self.limit = limit
    self.text = text
  }
}

extension Finding: Comparable {
  /// Orders by level, then from bottom to top and left to right.
  public static func < (left: Finding, right: Finding) -> Bool {
    (left.level, left.box.min, left.box.max, left.text)
      < (right.level, right.box.min, right.box.max, right.text)
  }
}

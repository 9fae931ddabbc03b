/// A step of a run sheet: what was planned, what was done, how they differ.
///
/// Texts carry their units; an empty text is a blank to fill in by hand.
public struct RunSheetStep: Hashable, Sendable {
  /// What deviates, and whether that matters.
  public enum Deviation: Hashable, Sendable {
    /// Nothing is known yet, or nothing was planned.
    case none
    /// It lies within its tolerance.
    case within(String)
    /// It lies outside its tolerance.
    case outside(String)

    /// The text; empty for none.
    public var text: String {
      switch self {
      case .none: ""
      case .within(let text), .outside(let text): text
      }
    }
  }

  /// The number of the step.
  public var number: Int
  /// What is done, for instance `deposit C60`.
  public var name: String
  /// What was planned, for instance `23 nm at 0.1 Å/s`.
  public var planned: String
  /// What was done.
  public var actual: String
  /// How they differ.
  public var deviation: Deviation
  /// Who did it.
  public var initials: String

  /// Creates a step.
  public init(
    number: Int,
    name: String,
    planned: String,
    actual: String = "",
    deviation: Deviation = .none,
    initials: String = ""
  ) {
    self.number = number
    self.name = name
    self.planned = planned
    self.actual = actual
    self.deviation = deviation
    self.initials = initials
  }
}

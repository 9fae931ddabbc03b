/// The size of wafers and dies and where coordinates begin and grow.
public struct STDFWaferLayout: Hashable, Sendable {
  /// The diameter in mm; 0 where it isn't known.
  public var diameter: Float
  /// The height of a die in mm; 0 where it isn't known.
  public var dieHeight: Float
  /// The width of a die in mm; 0 where it isn't known.
  public var dieWidth: Float
  /// Where the flat points: `U`, `D`, `L`, `R`; a space where it isn't known or there is none.
  public var flat: Character
  /// The column of the die in the middle; `nil` where it isn't known.
  public var centerX: Int16?
  /// The row of the die in the middle; `nil` where it isn't known.
  public var centerY: Int16?
  /// The direction in which columns grow: `L`, `R`, or a space where it isn't known.
  public var positiveX: Character
  /// The direction in which rows grow: `U`, `D`, or a space where it isn't known.
  public var positiveY: Character

  /// Creates a layout; the directions are those of our maps unless stated.
  public init(
    diameter: Float,
    dieHeight: Float,
    dieWidth: Float,
    flat: Character = " ",
    centerX: Int16? = nil,
    centerY: Int16? = nil,
    positiveX: Character = "R",
    positiveY: Character = "U"
  ) {
    self.diameter = diameter
    self.dieHeight = dieHeight
    self.dieWidth = dieWidth
    self.flat = flat
    self.centerX = centerX
    self.centerY = centerY
    self.positiveX = positiveX
    self.positiveY = positiveY
  }
}

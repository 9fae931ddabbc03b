/// The dimensions of a mask sheet, in nanometres; all masks of a set share them.
///
/// ```
///  +-----------------------+
///  |  text        text     |
///  | (key)   .----.        |   the round pin hole and the slot lie on one line through the centre;
///  |        /      \       |   the slot's axis points at the hole, so that a warm sheet grows
///  | (o)   |  wafer |  (==)|   without bending; the key hole stops a sheet that lies face down
///  |        \      /       |
///  |         '----'        |
///  |  text        text     |
///  +-----------------------+
/// ```
///
/// > Source: alignment practice: dowel hole 10-20 µm wider than its pin.
public struct SheetParameters: Hashable, Sendable {
  /// The edge of the square sheet.
  public var size: Int
  /// The radius of its corners.
  public var cornerRadius = 5_000_000
  /// The diameter of the pin hole and the width of the slot: a 3 mm pin and 20 µm of play.
  public var pinHole = 3_020_000
  /// The distance of pin hole and slot from the centre.
  public var pinDistance: Int
  /// The distance between the centres of the slot's round ends.
  public var slotTravel = 2_000_000
  /// The diameter of the key hole.
  public var keyHole = 3_020_000
  /// How far above the pin line the key hole lies.
  public var keyHeight: Int
  /// The distance between the dots of engraved letters.
  public var textPitch = 500_000

  /// Creates the default sheet for a wafer: 12.5 mm of rim on every side.
  public init(wafer: Wafer) {
    size = wafer.size.diameter + 25_000_000
    pinDistance = wafer.radius + 6_000_000
    keyHeight = wafer.radius * 3 / 5
  }
}

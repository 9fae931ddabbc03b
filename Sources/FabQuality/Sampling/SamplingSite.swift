/// A place on a wafer where something is measured.
///
/// Front side up, origin at the wafer's centre as in SEMI M20, millimetres.
public struct SamplingSite: Hashable, Sendable {
  /// The name, unique within its plan.
  public let name: String
  /// To the right, in millimetre.
  public let x: Double
  /// Upwards, in millimetre.
  public let y: Double

  /// Creates a site.
  public init(name: String, x: Double, y: Double) {
    self.name = name
    self.x = x
    self.y = y
  }

  /// The distance from the wafer's centre, in millimetre.
  public var radius: Double { (x * x + y * y).squareRoot() }
}

/// A placement: mirror about the x axis, then magnify, then rotate counterclockwise, then move.
///
/// The order is the one of GDSII references.
public struct Transform: Hashable, Sendable {
  /// Whether `y` changes its sign first.
  public let isMirrored: Bool
  /// The rotation in degrees, counterclockwise, from 0 to below 360.
  public let rotation: Double
  /// The magnification; greater than zero.
  public let magnification: Double
  /// Where the origin goes.
  public let offset: Point

  /// Creates a placement.
  public init(
    offset: Point = .zero,
    rotation: Double = 0,
    magnification: Double = 1,
    isMirrored: Bool = false
  ) {
    self.isMirrored = isMirrored
    let turn = rotation.truncatingRemainder(dividingBy: 360)
    self.rotation = turn < 0 ? turn + 360 : turn
    self.magnification = magnification
    self.offset = offset
  }

  /// Whether boxes stay upright boxes on the grid: quarter turns without magnification.
  public var isRigidOnGrid: Bool {
    magnification == 1 && rotation.truncatingRemainder(dividingBy: 90) == 0
  }
}

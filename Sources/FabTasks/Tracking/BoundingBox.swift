/// An upright box in pixels: left, top, width, height; the left edge of the first pixel is 0.
public struct BoundingBox: Hashable, Sendable {
  /// The left edge.
  public var x: Double
  /// The upper edge.
  public var y: Double
  /// The width.
  public var width: Double
  /// The height.
  public var height: Double

  /// Creates a box from its upper left corner.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Creates a box from its centre.
  public init(centerX: Double, centerY: Double, width: Double, height: Double) {
    self.init(x: centerX - width / 2, y: centerY - height / 2, width: width, height: height)
  }

  /// The centre's distance from the left.
  public var centerX: Double { x + width / 2 }
  /// The centre's distance from the top.
  public var centerY: Double { y + height / 2 }

  /// Whether all four numbers are finite.
  public var isFinite: Bool {
    x.isFinite && y.isFinite && width.isFinite && height.isFinite
  }

  /// Returns the area of both boxes over the area of either (intersection over union); 0 where one has no area.
  public func overlap(with other: BoundingBox) -> Double {
    guard width > 0, height > 0, other.width > 0, other.height > 0 else { return 0 }
    let across = min(x + width, other.x + other.width) - max(x, other.x)
    let down = min(y + height, other.y + other.height) - max(y, other.y)
    guard across > 0, down > 0 else { return 0 }
    let shared = across * down
    return shared / (width * height + other.width * other.height - shared)
  }
}

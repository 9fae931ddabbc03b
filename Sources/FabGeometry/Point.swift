/// A point on the integer nanometre grid; coordinates fit 32 bits, so ±2.147 m.
public struct Point: Hashable, Sendable {
  /// The coordinate to the right, in nanometres.
  public let x: Int32
  /// The coordinate upwards, in nanometres.
  public let y: Int32

  /// Creates a point from 32-bit coordinates.
  public init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  /// Creates a point from nanometres.
  ///
  /// - Precondition: Both fit 32 bits; use ``init(exactly:_:)`` for coordinates from a file.
  public init(_ x: Int, _ y: Int) {
    self.init(x: Int32(x), y: Int32(y))
  }

  /// Creates a point from nanometres, or `nil` where one doesn't fit 32 bits.
  public init?(exactly x: Int, _ y: Int) {
    guard let x = Int32(exactly: x), let y = Int32(exactly: y) else { return nil }
    self.init(x: x, y: y)
  }

  /// The origin.
  public static let zero = Point(x: 0, y: 0)

  /// Returns the sum of the coordinates.
  public static func + (left: Point, right: Point) -> Point {
    Point(x: left.x + right.x, y: left.y + right.y)
  }

  /// Returns the difference of the coordinates.
  public static func - (left: Point, right: Point) -> Point {
    Point(x: left.x - right.x, y: left.y - right.y)
  }
}

extension Point: Comparable {
  /// Orders by `y`, then `x`.
  public static func < (left: Point, right: Point) -> Bool {
    (left.y, left.x) < (right.y, right.x)
  }
}

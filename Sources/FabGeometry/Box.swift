/// An upright box on the nanometre grid; may be degenerate, never inverted.
public struct Box: Hashable, Sendable {
  /// The lower left corner.
  public let min: Point
  /// The upper right corner.
  public let max: Point

  /// Creates a box from two opposite corners.
  public init(_ first: Point, _ second: Point) {
    min = Point(x: Swift.min(first.x, second.x), y: Swift.min(first.y, second.y))
    max = Point(x: Swift.max(first.x, second.x), y: Swift.max(first.y, second.y))
  }

  /// Creates a box from edges in nanometres.
  public init(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) {
    self.init(Point(x0, y0), Point(x1, y1))
  }

  /// The extent to the right, in nanometres.
  public var width: Int { Int(max.x) - Int(min.x) }
  /// The extent upwards, in nanometres.
  public var height: Int { Int(max.y) - Int(min.y) }

  /// Returns the smallest box around this one and another.
  public func union(_ other: Box) -> Box {
    Box(
      Point(x: Swift.min(min.x, other.min.x), y: Swift.min(min.y, other.min.y)),
      Point(x: Swift.max(max.x, other.max.x), y: Swift.max(max.y, other.max.y))
    )
  }

  /// Returns the common part, which may be degenerate, or `nil` where the boxes are apart.
  public func intersection(_ other: Box) -> Box? {
    let low = Point(x: Swift.max(min.x, other.min.x), y: Swift.max(min.y, other.min.y))
    let high = Point(x: Swift.min(max.x, other.max.x), y: Swift.min(max.y, other.max.y))
    guard low.x <= high.x, low.y <= high.y else { return nil }
    return Box(low, high)
  }

  /// Returns the box with every edge moved outwards, inwards if negative, by `distance` nanometres.
  ///
  /// - Precondition: The result isn't inverted and fits the grid.
  public func grown(by distance: Int) -> Box {
    let x0 = Int(min.x) - distance
    let y0 = Int(min.y) - distance
    let x1 = Int(max.x) + distance
    let y1 = Int(max.y) + distance
    precondition(
      x0 <= x1 && y0 <= y1,
      "a box of \(width) x \(height) nm can't shrink by \(-distance)"
    )
    return Box(x0, y0, x1, y1)
  }

  /// Whether another box lies within this one, edges included.
  public func contains(_ other: Box) -> Bool {
    min.x <= other.min.x && min.y <= other.min.y && max.x >= other.max.x && max.y >= other.max.y
  }

  /// Whether the boxes have a point in common, edges included.
  public func touches(_ other: Box) -> Bool { intersection(other) != nil }
}

extension Box {
  /// The middle, rounded towards the lower left.
  public var center: Point {
    Point(Int(min.x) + width / 2, Int(min.y) + height / 2)
  }

  /// Returns the box moved by an offset.
  public func moved(by offset: Point) -> Box {
    Box(min + offset, max + offset)
  }
}

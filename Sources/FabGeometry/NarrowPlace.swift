/// A place where two edges face each other at less than a limit.
public struct NarrowPlace: Hashable, Sendable {
  /// The shortest distance of the edges in nanometres; 0 where corners touch.
  public let distance: Double
  /// The box around the shortest connections, rounded outwards to the grid.
  public let box: Box

  /// Creates a place.
  public init(distance: Double, box: Box) {
    self.distance = distance
    self.box = box
  }
}

extension NarrowPlace: Comparable {
  /// Orders by the lower left corner of the box, its other corner, then the distance.
  public static func < (left: NarrowPlace, right: NarrowPlace) -> Bool {
    (left.box.min, left.box.max, left.distance) < (right.box.min, right.box.max, right.distance)
  }
}

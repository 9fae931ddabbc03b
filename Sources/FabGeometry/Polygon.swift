/// An area bounded by one outer outline, with holes.
public struct Polygon: Hashable, Sendable {
  /// The outer boundary; counterclockwise in canonical form.
  public let outer: Outline
  /// The boundaries of the holes; clockwise in canonical form.
  public let holes: [Outline]

  /// Creates a polygon.
  public init(_ outer: Outline, holes: [Outline] = []) {
    self.outer = outer
    self.holes = holes
  }

  /// Creates a rectangle.
  public init(_ box: Box) {
    self.init(Outline(box))
  }

  /// The outer boundary and the holes.
  public var outlines: [Outline] { [outer] + holes }

  /// Whether every edge is straight.
  public var isStraight: Bool { outer.isStraight && holes.allSatisfy(\.isStraight) }

  /// Returns the polygon with every arc replaced by chords.
  public func flattened(chordError: Int = Outline.defaultChordError) -> Polygon {
    guard !isStraight else { return self }
    return Polygon(
      outer.flattened(chordError: chordError),
      holes: holes.map { $0.flattened(chordError: chordError) }
    )
  }
}

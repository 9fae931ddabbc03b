public import FabDiagnostics
public import FabGeometry

/// A place on the wafer, with the place in the file that asked for it.
public struct Spot: Hashable, Sendable {
  /// The middle of what stands there.
  public let position: Point
  /// Where the floor plan says so; `nil` where the tool chose the position.
  public let source: Place?

  /// Creates a spot.
  public init(_ position: Point, source: Place? = nil) {
    self.position = position
    self.source = source
  }

  /// Compares the positions; two files may ask for the same layout in different lines.
  public static func == (left: Spot, right: Spot) -> Bool { left.position == right.position }

  /// Hashes the position.
  public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}

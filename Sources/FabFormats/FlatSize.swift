/// How much a layout becomes when its hierarchy is expanded; sums stop at the largest integer.
public struct FlatSize: Hashable, Sendable {
  /// The number of placed cells, those without shapes and the top cells included.
  public let placements: Int
  /// The number of polygons.
  public let shapes: Int
  /// The greatest number of cells inside one another; 1 without references.
  public let depth: Int

  /// Creates a size.
  public init(placements: Int, shapes: Int, depth: Int) {
    self.placements = placements
    self.shapes = shapes
    self.depth = depth
  }

  /// The most placements and the most polygons that are expanded, unless stated otherwise [ours].
  ///
  /// A 12-inch wafer full of arrays has about 1e5 polygons a level; 5 million need some gigabytes.
  public static let defaultLimit = 5_000_000

  /// The greatest depth that is expanded [ours]; drawn hierarchies have 3 to 10 levels.
  public static let depthLimit = 256
}

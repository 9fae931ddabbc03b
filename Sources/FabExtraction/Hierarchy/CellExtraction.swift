public import FabGeometry
public import FabLayout
public import FabRecipe

/// The conductor pieces and overlaps of one cell, extracted once for all its placements.
public struct CellExtraction: Sendable {
  /// The conductor pieces in coordinates of the cell.
  public let pieces: [(level: LevelName, polygon: Polygon)]
  /// The overlaps of two conductors, with the indices of their lower and upper pieces.
  public let overlaps: [(overlap: DeviceOverlap, bottom: Int, top: Int)]
  /// The box around the shapes of all levels; `nil` where there are none.
  public let box: Box?
  /// Overlaps that lie in no piece, because rounding of slanted edges moved a corner.
  public let unresolved: [DeviceOverlap]
  /// The levels with shapes.
  let drawnLevels: Set<LevelName>
  /// The pairs of pieces that touch inside the cell.
  let joined: [(Int, Int)]
  /// Whether every edge of every shape runs along an axis.
  let isUpright: Bool

  /// Extracts merged shapes.
  init(regions: [Layer: Region], flow: ProcessFlow) {
    let drawn = flow.levels.compactMap { regions[Layer($0.name)] }
    box = drawn.compactMap(\.boundingBox)
      .reduce(nil) { sum, box in sum.map { $0.union(box) } ?? box }
    drawnLevels = Set(
      flow.levels.map(\.name).filter { !(regions[Layer($0)]?.isEmpty ?? true) }
    )
    isUpright = drawn.allSatisfy { $0.polygons.allSatisfy(\.isUpright) }
    let pieces = ConductorPieces(regions: regions, flow: flow)
    let (placed, unresolved) = PlacedOverlap.place(
      DeviceOverlap.find(in: regions, flow: flow),
      in: pieces
    )
    self.pieces = pieces.shapes
    self.unresolved = unresolved
    overlaps = placed.map { ($0.overlap, $0.bottom, $0.top) }
    joined = placed.filter(\.isConducting).map { ($0.bottom, $0.top) }
  }

  /// Whether placements whose boxes at most touch can be joined by the edges on their sides alone.
  ///
  /// Every overlap lies inside the box with a margin, so that no neighbour adds to it or looks at its surroundings;
  /// upright edges make booleans exact and independent of the place.
  var canBePlaced: Bool {
    guard let box, isUpright, unresolved.isEmpty, box.width > 4, box.height > 4 else {
      return false
    }
    let inner = box.grown(by: -2)
    return overlaps.allSatisfy { inner.contains($0.overlap.box) }
  }
}

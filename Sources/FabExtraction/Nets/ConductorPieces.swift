import FabGeometry
import FabLayout
import FabRecipe

/// All conductor pieces of a layout, numbered level by level from the glass up.
struct ConductorPieces {
  /// The pieces.
  let shapes: [(level: LevelName, polygon: Polygon)]
  private let regions: [LevelName: Region]
  private let firstIndices: [LevelName: Int]
  private let levels: [LevelName]

  init(regions: [Layer: Region], flow: ProcessFlow) {
    var shapes: [(level: LevelName, polygon: Polygon)] = []
    var kept: [LevelName: Region] = [:]
    var first: [LevelName: Int] = [:]
    levels = flow.levels.filter(\.isConductor).map(\.name)
    for level in levels {
      let region = regions[Layer(level)] ?? Region()
      kept[level] = region
      first[level] = shapes.count
      shapes += region.polygons.map { (level, $0) }
    }
    self.shapes = shapes
    self.regions = kept
    firstIndices = first
  }

  /// Returns for each part of a level the piece that it lies in.
  func pieces(on level: LevelName, around parts: [Polygon]) -> [Int?] {
    guard let region = regions[level], let first = firstIndices[level] else {
      return parts.map { _ in nil }
    }
    return region.indicesOfPolygons(around: parts).map { $0.map { $0 + first } }
  }

  /// Returns for each point the topmost piece there, which a probe from above meets.
  func topmostPieces(at points: [Point]) -> [Int?] {
    var result: [Int?] = points.map { _ in nil }
    let spots = points.map { Polygon(Box($0, Point(x: $0.x + 1, y: $0.y + 1))) }
    for level in levels {
      for (index, piece) in pieces(on: level, around: spots).enumerated() {
        result[index] = piece ?? result[index]
      }
    }
    return result
  }
}

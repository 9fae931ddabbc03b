public import FabGeometry
public import FabRecipe

/// A place where two conductors lie over each other, with the films between them.
///
/// Overlaps are found from geometry and flow alone, never from names of cells.
public struct DeviceOverlap: Hashable, Sendable {
  /// The level of the lower conductor.
  public let bottom: LevelName
  /// The level of the upper conductor.
  public let top: LevelName
  /// The levels of the films between them that are present, from the glass up.
  public let between: [LevelName]
  /// The area; one connected polygon.
  public let polygon: Polygon
  /// The component whose stack this is; `nil` where the flow has none.
  public let component: Component?

  /// Creates an overlap.
  package init(
    bottom: LevelName,
    top: LevelName,
    between: [LevelName],
    polygon: Polygon,
    component: Component?
  ) {
    self.bottom = bottom
    self.top = top
    self.between = between
    self.polygon = polygon
    self.component = component
  }

  /// The covered area in mm².
  public var areaMm2: Double { Double(polygon.doubledArea) / 2e12 }
  /// The box around the overlap.
  public var box: Box { polygon.outer.boundingBox }

  /// Finds all overlaps of neighbouring conductors.
  ///
  /// Two conductors are neighbours where no third lies between them. The overlap is cut along the edges of
  /// every film between the two, so that each part has one stack.
  ///
  /// - Parameters:
  ///   - regions: The merged shapes.
  ///   - flow: The flow.
  /// - Returns: The overlaps, ordered by levels and place.
  public static func find(in regions: [Layer: Region], flow: ProcessFlow) -> [DeviceOverlap] {
    let conductors = flow.levels.filter(\.isConductor)
    var pairs: [(bottom: MaskLevel, top: MaskLevel)] = []
    for (index, bottom) in conductors.enumerated() {
      for top in conductors[(index + 1)...] { pairs.append((bottom, top)) }
    }
    return
      ParallelMap.map(pairs.map { Pair(bottom: $0.bottom, top: $0.top) }) { pair in
        overlaps(of: pair, regions: regions, flow: flow)
      }
      .flatMap { $0 }
  }

  private struct Pair: Sendable {
    var bottom: MaskLevel
    var top: MaskLevel
  }

  /// A part of an overlap with the films that are known to be there.
  private struct Part {
    var region: Region
    var films: [LevelName]
  }

  private static func overlaps(
    of pair: Pair,
    regions: [Layer: Region],
    flow: ProcessFlow
  ) -> [DeviceOverlap] {
    func drawn(_ level: MaskLevel) -> Region { regions[Layer(level.name)] ?? Region() }
    var common = drawn(pair.bottom).intersection(drawn(pair.top))
    let between = flow.levels.filter { $0.index > pair.bottom.index && $0.index < pair.top.index }
    for level in between where level.isConductor {
      // A conductor between the two takes the device; it forms pairs of its own with both.
      common = common.subtracting(drawn(level))
    }
    guard !common.isEmpty else { return [] }
    var parts = [Part(region: common, films: [])]
    for level in between where !level.isConductor {
      let film = drawn(level)
      guard !film.isEmpty else { continue }
      parts = parts.flatMap { part -> [Part] in
        let covered = part.region.intersection(film)
        if covered.isEmpty { return [part] }
        let bare = part.region.subtracting(film)
        let with = Part(region: covered, films: part.films + [level.name])
        return bare.isEmpty ? [with] : [with, Part(region: bare, films: part.films)]
      }
    }
    return parts.flatMap { part in
      let component = component(of: pair, films: part.films, flow: flow)
      return part.region.polygons.map { polygon in
        DeviceOverlap(
          bottom: pair.bottom.name,
          top: pair.top.name,
          between: part.films,
          polygon: polygon,
          component: component
        )
      }
    }
  }

  /// The component whose stack has exactly these levels between these conductors.
  private static func component(
    of pair: Pair,
    films: [LevelName],
    flow: ProcessFlow
  ) -> Component? {
    flow.components.first { component in
      guard
        let first = component.films.first, let last = component.films.last,
        pair.bottom.films.contains(first), pair.top.films.contains(last)
      else { return false }
      let inner = flow.levels(of: component).map(\.name)
        .filter {
          $0 != pair.bottom.name && $0 != pair.top.name
        }
      return inner == films
    }
  }
}

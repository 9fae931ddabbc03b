import FabGeometry
public import FabLayout
import FabRecipe

extension HierarchicalExtraction {
  /// Returns what a flat extraction finds, in the same order.
  ///
  /// - Parameters:
  ///   - sites: The PCUs and single devices that findings are assigned to.
  ///   - contacts: Where probes meet the wafer.
  /// - Returns: The extracted wafer.
  public func expanded(sites: [Site] = [], contacts: [Contact] = []) -> ExtractedWafer {
    var shapes: [Layer: [Polygon]] = [:]
    var overlaps: [DeviceOverlap] = []
    for placement in placements {
      let cell = cells[placement.cell]
      for piece in cell.pieces {
        shapes[Layer(piece.level), default: []].append(piece.polygon.moved(by: placement.offset))
      }
      for one in cell.overlaps { overlaps.append(one.overlap.moved(by: placement.offset)) }
      overlaps += cell.unresolved
    }
    return ExtractedWafer(
      regions: shapes.mapValues { Region($0) },
      overlaps: sorted(overlaps),
      flow: flow,
      emptyLevels: emptyLevels,
      sites: sites,
      contacts: contacts
    )
  }

  /// The levels of the flow on which nothing that stands anywhere is drawn.
  private var emptyLevels: [LevelName] {
    var drawn: Set<LevelName> = []
    for cell in Set(placements.map(\.cell)) { drawn.formUnion(cells[cell].drawnLevels) }
    return flow.levels.map(\.name).filter { !drawn.contains($0) }
  }

  /// The order in which a flat extraction finds overlaps: by their conductors, by the films that are there, by place.
  private func sorted(_ overlaps: [DeviceOverlap]) -> [DeviceOverlap] {
    let numbers = Dictionary(flow.levels.map { ($0.name, $0.index) }) { first, _ in first }
    struct Stack: Hashable {
      let bottom: LevelName
      let top: LevelName
      let between: [LevelName]
    }
    let groups = Dictionary(grouping: overlaps) {
      Stack(bottom: $0.bottom, top: $0.top, between: $0.between)
    }
    func key(_ stack: Stack) -> [Int] {
      let films = Set(stack.between)
      let present = flow.levels.map { films.contains($0.name) ? 0 : 1 }
      return [numbers[stack.bottom] ?? 0, numbers[stack.top] ?? 0] + present
    }
    return groups.sorted { key($0.key).lexicographicallyPrecedes(key($1.key)) }
      .flatMap { _, members in
        members.sorted { one, two in
          one.polygon.outer.points.lexicographicallyPrecedes(two.polygon.outer.points)
        }
      }
  }
}

extension Polygon {
  /// The same at another place.
  fileprivate func moved(by offset: Point) -> Polygon {
    guard offset != .zero else { return self }
    func moved(_ outline: Outline) -> Outline { Outline(outline.points.map { $0 + offset }) }
    return Polygon(moved(outer), holes: holes.map(moved))
  }
}

extension DeviceOverlap {
  /// The same at another place.
  fileprivate func moved(by offset: Point) -> DeviceOverlap {
    DeviceOverlap(
      bottom: bottom,
      top: top,
      between: between,
      polygon: polygon.moved(by: offset),
      component: component
    )
  }
}

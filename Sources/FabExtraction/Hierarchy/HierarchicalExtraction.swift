public import FabGeometry
public import FabLayout
public import FabRecipe

/// Nets and devices of a layout, extracted once for each cell that stands in it many times.
///
/// A cell counts as one where its placements overlap nothing else, lie on the grid at quarter turns, have upright shapes
/// only and no overlap of conductors at their edge: neighbours are then joined by conductors that abut, and by
/// nothing else. Everything that doesn't fit is extracted flat, as one more cell that stands once. So the
/// result is the one of a flat extraction, which ``expanded(sites:contacts:)`` makes of it.
public struct HierarchicalExtraction: Sendable {
  /// A cell at a place.
  public struct Placement: Hashable, Sendable {
    /// The index of the cell.
    public let cell: Int
    /// Where its origin stands.
    public let offset: Point
  }

  /// The flow that the levels belong to.
  public let flow: ProcessFlow
  /// The cells, each orientation as a cell of its own; the last holds everything that was extracted flat.
  public let cells: [CellExtraction]
  /// Where the cells stand, cell by cell.
  public let placements: [Placement]
  /// The number of nets.
  public let netCount: Int
  private let firstNodes: [Int32]
  private let netsOfNodes: [Int32]

  /// Extracts a layout.
  ///
  /// - Parameters:
  ///   - layout: The layout; only openings on levels of the flow count.
  ///   - flow: The flow.
  /// - Throws: ``LayoutOverflow`` naming the cell whose placement leaves the coordinate range.
  /// - Precondition: The layout lies within ``Region/coordinateLimit``.
  /// - Complexity: O(*c* log *c* + *p* log *p*) for *c* corners of distinct cells and *p* placements.
  public init(_ layout: Layout, flow: ProcessFlow) throws(LayoutOverflow) {
    var found = try CellPlacements(layout, flow: flow)
    var cells: [CellExtraction] = []
    for kind in found.kinds {
      let shapes = try found.shapes(of: kind)
      cells.append(CellExtraction(regions: shapes.mapValues { Region($0) }, flow: flow))
    }
    let placements = try Self.independent(cells, &found)
    cells.append(CellExtraction(regions: found.loose.mapValues { Region($0) }, flow: flow))
    self.flow = flow
    self.cells = cells
    self.placements = placements + [Placement(cell: cells.count - 1, offset: .zero)]
    (firstNodes, netsOfNodes, netCount) = Self.nets(of: self.placements, cells: cells, flow: flow)
  }

  /// Returns the net of a conductor piece of a placement.
  public func net(ofPiece piece: Int, at placement: Int) -> Int {
    Int(netsOfNodes[Int(firstNodes[placement]) + piece])
  }

  /// The number of overlaps of each kind of component; `nil` stands for those that no component explains.
  public var counts: [ComponentKind?: Int] {
    var placed = cells.map { _ in 0 }
    for placement in placements { placed[placement.cell] += 1 }
    var counts: [ComponentKind?: Int] = [:]
    for (cell, count) in zip(cells, placed) {
      for one in cell.overlaps { counts[one.overlap.component?.kind, default: 0] += count }
    }
    return counts
  }

  /// Returns the placements that nothing else overlaps; the others' shapes become loose.
  private static func independent(
    _ cells: [CellExtraction],
    _ found: inout CellPlacements
  ) throws(LayoutOverflow) -> [Placement] {
    var candidates: [Placement] = []
    var boxes: [Box] = []
    for (index, cell) in cells.enumerated() {
      guard let box = cell.box else { continue }
      guard cell.canBePlaced else {
        try found.loosen(index, at: found.offsets[index])
        continue
      }
      let (low, high) = (box.min, box.max)
      for offset in found.offsets[index] {
        guard
          let min = Point(exactly: Int(low.x) + Int(offset.x), Int(low.y) + Int(offset.y)),
          let max = Point(exactly: Int(high.x) + Int(offset.x), Int(high.y) + Int(offset.y))
        else { throw LayoutOverflow(cell: found.kinds[index].cell) }
        candidates.append(Placement(cell: index, offset: offset))
        boxes.append(Box(min, max))
      }
    }
    for polygon in found.loose.values.joined() { boxes.append(polygon.flattened().boundingBox) }
    let interacts = InteractingBoxes.find(boxes)
    var kept: [Placement] = []
    kept.reserveCapacity(candidates.count)
    var loosened: [Int: [Point]] = [:]
    for (index, placement) in candidates.enumerated() {
      if interacts[index] {
        loosened[placement.cell, default: []].append(placement.offset)
      } else {
        kept.append(placement)
      }
    }
    for (cell, offsets) in loosened.sorted(by: { $0.key < $1.key }) {
      try found.loosen(cell, at: offsets)
    }
    return kept
  }

  /// Joins pieces inside cells and across their sides, and numbers the nets.
  private static func nets(
    of placements: [Placement],
    cells: [CellExtraction],
    flow: ProcessFlow
  ) -> (firstNodes: [Int32], nets: [Int32], count: Int) {
    let rest = cells.count - 1
    let numbers = Dictionary(flow.levels.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let sides = cells.enumerated()
      .map { index, cell in
        let all = cell.pieces.enumerated()
          .flatMap { piece, shape in
            AbuttingEdges.Side.sides(
              of: shape.polygon,
              level: numbers[shape.level] ?? 0,
              piece: piece
            )
          }
        guard index != rest, let box = cell.box else { return all }
        return all.filter { $0.lies(on: box) }
      }
    var firstNodes: [Int32] = []
    firstNodes.reserveCapacity(placements.count)
    var (nodes, edgeCount) = (0, 0)
    for placement in placements {
      firstNodes.append(Int32(nodes))
      nodes += cells[placement.cell].pieces.count
      edgeCount += sides[placement.cell].count
    }
    var sets = DisjointSets(count: nodes)
    var edges = AbuttingEdges()
    edges.reserveCapacity(edgeCount)
    for (index, placement) in placements.enumerated() {
      let first = Int(firstNodes[index])
      for (one, two) in cells[placement.cell].joined { sets.join(first + one, first + two) }
      for side in sides[placement.cell] {
        edges.add(side, at: placement.offset, node: first + side.piece)
      }
    }
    edges.forEachPair { sets.join($0, $1) }
    var nets = [Int32](repeating: 0, count: nodes)
    var count = 0
    for node in 0..<nodes {
      let root = sets.root(of: node)
      if root == node {
        nets[node] = Int32(count)
        count += 1
      } else {
        nets[node] = nets[root]
      }
    }
    return (firstNodes, nets, count)
  }
}

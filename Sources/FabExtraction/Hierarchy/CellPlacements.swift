import FabGeometry
import FabLayout
import FabRecipe

/// The cells of a layout that stand in it as a whole, and the shapes of everything else.
struct CellPlacements {
  /// A cell in one of its eight orientations.
  struct Kind: Hashable {
    let cell: CellName
    let rotation: Int
    let isMirrored: Bool
  }

  /// The kinds in the order of their first placement.
  private(set) var kinds: [Kind] = []
  /// Where each kind stands.
  private(set) var offsets: [[Point]] = []
  /// The openings of cells that have placements themselves, and of those that stand at other angles.
  private(set) var loose: [Layer: [Polygon]] = [:]

  private var indices: [Kind: Int] = [:]
  private let cells: [CellName: Cell]
  private let levels: Set<LevelName>

  init(_ layout: Layout, flow: ProcessFlow) throws(LayoutOverflow) {
    cells = Dictionary(layout.cells.map { ($0.name, $0) }) { first, _ in first }
    levels = Set(flow.levels.map(\.name))
    for name in layout.topCells {
      if let cell = cells[name] { try add(cell, Transform()) }
    }
  }

  /// Returns the openings of a kind at the origin.
  func shapes(of kind: Kind) throws(LayoutOverflow) -> [Layer: [Polygon]] {
    var shapes: [Layer: [Polygon]] = [:]
    let transform = Transform(rotation: Double(kind.rotation), isMirrored: kind.isMirrored)
    if let cell = cells[kind.cell] { try append(cell, transform, to: &shapes) }
    return shapes
  }

  /// Turns placements of a kind into loose shapes.
  mutating func loosen(_ kind: Int, at places: [Point]) throws(LayoutOverflow) {
    let one = kinds[kind]
    guard let cell = cells[one.cell] else { return }
    for place in places {
      let transform = Transform(
        offset: place,
        rotation: Double(one.rotation),
        isMirrored: one.isMirrored
      )
      try append(cell, transform, to: &loose)
    }
  }

  private mutating func add(_ cell: Cell, _ transform: Transform) throws(LayoutOverflow) {
    guard cell.references.isEmpty, transform.isRigidOnGrid else {
      try append(cell, transform, to: &loose)
      for reference in cell.references {
        guard let child = cells[reference.cell] else { continue }
        for placement in reference.placements() {
          guard let placement, let total = transform.concatenated(with: placement) else {
            throw LayoutOverflow(cell: reference.cell)
          }
          try add(child, total)
        }
      }
      return
    }
    let kind = Kind(
      cell: cell.name,
      rotation: Int(transform.rotation),
      isMirrored: transform.isMirrored
    )
    if let index = indices[kind] {
      offsets[index].append(transform.offset)
    } else {
      indices[kind] = kinds.count
      kinds.append(kind)
      offsets.append([transform.offset])
    }
  }

  private func append(
    _ cell: Cell,
    _ transform: Transform,
    to shapes: inout [Layer: [Polygon]]
  ) throws(LayoutOverflow) {
    for (layer, polygons) in cell.shapes
    where layer.purpose == .aperture && levels.contains(layer.level) {
      for polygon in polygons {
        guard let moved = transform.apply(polygon) else { throw LayoutOverflow(cell: cell.name) }
        shapes[layer, default: []].append(moved)
      }
    }
  }
}

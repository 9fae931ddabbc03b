import FabGeometry
import FabLayout
import FabRecipe

/// Divides the cells of a layout into one symbol for each layer that they have shapes on.
struct SVGSymbolPlan {
  /// The symbols so far; one stands after those that it uses.
  private(set) var symbols: [SVGSymbol] = []

  private let layout: Layout
  private let cells: [CellName: Cell]
  private let layers: [Layer]
  private var identifiers = SVGIdentifiers()
  private var layerIDs: [Layer: String] = [:]
  private var known: [Key: String?] = [:]

  private struct Key: Hashable {
    var cell: CellName
    var layer: Layer
  }

  init(layout: Layout) {
    self.layout = layout
    cells = Dictionary(uniqueKeysWithValues: layout.cells.map { ($0.name, $0) })
    layers = Set(layout.cells.flatMap(\.shapes.keys)).sorted()
    for layer in layers {
      layerIDs[layer] = identifiers.id("layer", SVGLayerLabel.text(for: layer))
    }
  }

  /// Returns the layers of a level on which anything is drawn.
  func layers(of level: LevelName) -> [Layer] {
    // The sheet lies below, marks above.
    layers.filter { $0.level == level }
      .sorted { ($0.purpose == .sheet ? 0 : 1, $0) < ($1.purpose == .sheet ? 0 : 1, $1) }
  }

  /// Returns the id of a layer's group.
  func id(of layer: Layer) -> String { layerIDs[layer] ?? "" }

  /// Returns the top cells with shapes on a layer, and plans their symbols.
  mutating func tops(on layer: Layer) throws(LayoutOverflow) -> [SVGSymbol.Use] {
    var result: [SVGSymbol.Use] = []
    for name in layout.topCells {
      guard let id = try symbol(of: name, on: layer) else { continue }
      result.append(SVGSymbol.Use(id: id, transform: Transform(), name: nil))
    }
    return result
  }

  /// Returns the symbol of a cell, or `nil` if the cell has nothing on the layer.
  private mutating func symbol(
    of name: CellName,
    on layer: Layer
  ) throws(LayoutOverflow) -> String? {
    let key = Key(cell: name, layer: layer)
    if let id = known[key] { return id }
    guard let cell = cells[name] else { return nil }
    var polygons = cell.shapes[layer] ?? []
    var uses: [SVGSymbol.Use] = []
    for reference in cell.references {
      if reference.transform.isRigidOnGrid {
        guard let child = try symbol(of: reference.cell, on: layer) else { continue }
        for placement in reference.placements() {
          guard let placement else { throw LayoutOverflow(cell: reference.cell) }
          uses.append(SVGSymbol.Use(id: child, transform: placement, name: reference.name))
        }
      } else {
        // Other turns are rounded to the grid here, as the layout rounds them, not by each viewer.
        polygons += try flattened(reference, on: layer)
      }
    }
    guard !polygons.isEmpty || !uses.isEmpty else {
      known[key] = .some(nil)
      return nil
    }
    let id = identifiers.id("cell", name.text, SVGLayerLabel.text(for: layer))
    symbols.append(SVGSymbol(id: id, polygons: polygons, uses: uses))
    known[key] = id
    return id
  }

  private func flattened(
    _ reference: Reference,
    on layer: Layer
  ) throws(LayoutOverflow) -> [Polygon] {
    let below = layout.cells.prefix { $0.name != reference.cell }
    guard let cell = cells[reference.cell] else { return [] }
    let top = Cell(name: CellName("\(reference.cell) placed"), references: [reference])
    let part = Layout(name: layout.name, levels: layout.levels, cells: Array(below) + [cell, top])
    var pruned: Set<CellName> = [top.name]
    for cell in part.cells.reversed() where pruned.contains(cell.name) {
      pruned.formUnion(cell.references.map(\.cell))
    }
    let used = part.cells.filter { pruned.contains($0.name) }
    return try Layout(name: layout.name, levels: layout.levels, cells: used).flattened()[layer]
      ?? []
  }
}

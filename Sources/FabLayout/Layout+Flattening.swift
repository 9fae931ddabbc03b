public import FabGeometry

extension Layout {
  /// Returns all shapes of all top cells in wafer coordinates, by layer.
  ///
  /// - Throws: ``LayoutOverflow`` naming the cell whose placement leaves the coordinate range.
  public func flattened() throws(LayoutOverflow) -> [Layer: [Polygon]] {
    let cellsByName = Dictionary(uniqueKeysWithValues: cells.map { ($0.name, $0) })
    var result: [Layer: [Polygon]] = [:]
    for name in topCells {
      guard let cell = cellsByName[name] else { continue }
      try Self.append(cell, placed: Transform(), cells: cellsByName, to: &result)
    }
    return result
  }

  private static func append(
    _ cell: Cell,
    placed transform: Transform,
    cells: [CellName: Cell],
    to result: inout [Layer: [Polygon]]
  ) throws(LayoutOverflow) {
    for (layer, polygons) in cell.shapes {
      for polygon in polygons {
        guard let moved = transform.apply(polygon) else { throw LayoutOverflow(cell: cell.name) }
        result[layer, default: []].append(moved)
      }
    }
    for reference in cell.references {
      guard let child = cells[reference.cell] else { continue }
      for placement in reference.placements() {
        guard let placement, let total = transform.concatenated(with: placement) else {
          throw LayoutOverflow(cell: reference.cell)
        }
        try append(child, placed: total, cells: cells, to: &result)
      }
    }
  }
}

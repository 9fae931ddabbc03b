import FabGeometry

/// A conductor piece with its terminals, moved to the origin, so that equal ones are equal values.
struct LineShape: Hashable, Sendable {
  let polygon: Polygon
  let terminals: [Polygon]

  init(_ polygon: Polygon, terminals: [Polygon]) {
    let corner = polygon.boundingBox.min
    func moved(_ polygon: Polygon) -> Polygon {
      Transform(offset: Point.zero - corner).apply(polygon) ?? polygon
    }
    self.polygon = moved(polygon)
    self.terminals = terminals.map(moved)
  }

  /// Returns the reduced conductances between the terminals in 1/squares.
  func conductances() -> [Double] {
    SheetSolver(SheetGrid(polygon, terminals: terminals), terminalCount: terminals.count)
      .conductances()
  }
}

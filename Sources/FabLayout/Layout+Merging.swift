import FabGeometry
import FabRecipe

extension Layout {
  /// Returns the layout as one flat cell in which the shapes of a layer don't touch each other.
  ///
  /// That is what a cutter needs: every contour once, closed, none inside or along another. Shapes with arcs
  /// keep them where they stand alone, and become chords where they overlap others.
  ///
  /// - Throws: ``LayoutOverflow`` as ``flattened()``.
  public func merged() throws(LayoutOverflow) -> Layout {
    let shapes = try flattened().mapValues(Self.merge)
    let cell = Cell(name: topCells.last ?? CellName(name), shapes: shapes)
    return Layout(name: name, levels: levels, cells: [cell])
  }

  private static func merge(_ polygons: [Polygon]) -> [Polygon] {
    let straight = Region(polygons.filter(\.isStraight))
    let curved = polygons.filter { !$0.isStraight }
    guard !curved.isEmpty else { return straight.polygons }
    let all = straight.union(Region(curved))
    let sum = curved.reduce(straight.doubledArea) { $0 + $1.doubledArea }
    let standAlone =
      all.doubledArea == sum && all.polygons.count == straight.polygons.count + curved.count
    return standAlone ? straight.polygons + curved : all.polygons
  }
}

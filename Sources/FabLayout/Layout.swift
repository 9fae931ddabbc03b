public import FabRecipe

/// A hierarchy of cells on named levels.
public struct Layout: Hashable, Sendable {
  /// The name of the layout, also of its folder and its GDSII library.
  public let name: String
  /// The levels in order.
  public let levels: [LayoutLevel]
  /// The cells; a cell stands after every cell that it refers to.
  public let cells: [Cell]
  /// The cells that nothing refers to; one in our own layouts.
  public let topCells: [CellName]

  /// Creates a layout.
  ///
  /// - Precondition: Each reference leads to an earlier cell, and names are unique.
  public init(name: String, levels: [LayoutLevel], cells: [Cell]) {
    self.name = name
    self.levels = levels
    self.cells = cells
    var known: Set<CellName> = []
    var used: Set<CellName> = []
    for cell in cells {
      precondition(known.insert(cell.name).inserted, "two cells are named '\(cell.name)'")
      for reference in cell.references {
        precondition(
          known.contains(reference.cell) && reference.cell != cell.name,
          "'\(cell.name)' refers to '\(reference.cell)', which isn't an earlier cell"
        )
        used.insert(reference.cell)
      }
    }
    topCells = cells.map(\.name).filter { !used.contains($0) }
  }

  /// Returns the cell of a name.
  public func cell(named name: CellName) -> Cell? {
    cells.first { $0.name == name }
  }

  /// Returns the level of a name.
  public func level(named name: LevelName) -> LayoutLevel? {
    levels.first { $0.name == name }
  }
}

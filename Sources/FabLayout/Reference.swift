public import FabGeometry
public import FabRecipe

/// One or many placements of a cell in another.
public struct Reference: Hashable, Sendable {
  /// A regular grid of placements.
  public struct Grid: Hashable, Sendable {
    /// The number of columns; at least 1.
    public let columns: Int
    /// The number of rows; at least 1.
    public let rows: Int
    /// The step from one column to the next.
    public let columnStep: Point
    /// The step from one row to the next.
    public let rowStep: Point

    /// Creates a grid.
    public init(columns: Int, rows: Int, columnStep: Point, rowStep: Point) {
      self.columns = columns
      self.rows = rows
      self.columnStep = columnStep
      self.rowStep = rowStep
    }
  }

  /// The placed cell.
  public let cell: CellName
  /// Where the first placement stands.
  public let transform: Transform
  /// The grid of placements; `nil` for a single one.
  public let grid: Grid?
  /// The name of the instance, for instance `A3`; `nil` in files that carry none.
  public let name: String?

  /// Creates a reference.
  public init(to cell: CellName, _ transform: Transform, grid: Grid? = nil, name: String? = nil) {
    self.cell = cell
    self.transform = transform
    self.grid = grid
    self.name = name
  }
}

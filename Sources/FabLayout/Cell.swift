public import FabGeometry
public import FabRecipe

/// The name of a ``Cell``.
public typealias CellName = Name<Cell>

/// A named piece of layout: shapes by layer, labels and references to other cells.
public struct Cell: Hashable, Sendable {
  /// The name; unique in a layout.
  public let name: CellName
  /// The shapes of each layer.
  public let shapes: [Layer: [Polygon]]
  /// The texts.
  public let labels: [Label]
  /// The placed cells.
  public let references: [Reference]

  /// Creates a cell.
  public init(
    name: CellName,
    shapes: [Layer: [Polygon]] = [:],
    labels: [Label] = [],
    references: [Reference] = []
  ) {
    self.name = name
    self.shapes = shapes
    self.labels = labels
    self.references = references
  }
}

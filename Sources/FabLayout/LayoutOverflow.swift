/// A placement that leaves the 32-bit nanometre range of ±2.147 m.
public struct LayoutOverflow: Error, Hashable, Sendable {
  /// The cell whose placement doesn't fit.
  public let cell: CellName

  /// Creates the error.
  public init(cell: CellName) {
    self.cell = cell
  }
}

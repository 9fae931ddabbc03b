public import FabGeometry

/// One PCU or single device on a wafer.
public struct Site: Hashable, Sendable {
  /// The name, for instance `A5.R2C3` or `S07`.
  public let name: String
  /// The block that it belongs to, for instance `A5`.
  public let block: String
  /// The row in its block, from 1 at the top.
  public let row: Int
  /// The column in its block, from 1 at the left.
  public let column: Int
  /// The frame of its cell.
  public let box: Box

  /// Creates a site.
  public init(name: String, block: String, row: Int, column: Int, box: Box) {
    self.name = name
    self.block = block
    self.row = row
    self.column = column
    self.box = box
  }
}

public import FabGeometry

/// What a floor plan places as one piece: its cells, its frame, its sites and contacts.
///
/// Names and coordinates are relative: the floor plan adds the block's name and place.
public struct BlockCell: Sendable {
  /// The cells that the block needs; the block itself is the last.
  public let cells: [Cell]
  /// The frame that no other block may overlap.
  public let box: Box
  /// The PCUs or devices; their names are empty for a block of one.
  public let sites: [Site]
  /// The contacts.
  public let contacts: [Contact]
  /// The number of insulated crossings.
  public let crossings: Int

  /// The block's own cell.
  public var top: Cell { cells[cells.count - 1] }

  /// Creates a block.
  ///
  /// - Precondition: `cells` isn't empty.
  public init(
    cells: [Cell],
    box: Box,
    sites: [Site],
    contacts: [Contact],
    crossings: Int
  ) {
    precondition(!cells.isEmpty, "a block has a cell")
    self.cells = cells
    self.box = box
    self.sites = sites
    self.contacts = contacts
    self.crossings = crossings
  }
}

public import FabDevices

/// A computing unit of a layout that operators can be placed on.
public struct PlaceablePCU: Hashable, Sendable {
  /// The name of its site, for instance `A5.R2C3`.
  public let name: String
  /// The block that it belongs to.
  public let block: String
  /// The row in its block, from 1.
  public let row: Int
  /// The column in its block, from 1.
  public let column: Int
  /// Where it is.
  public let position: SitePosition
  /// The number of its word line; units with the same one are connected there.
  public let wordNet: Int
  /// The number of its bit line.
  public let bitNet: Int
  /// Its devices before they vary, with the areas of the layout.
  public let nominal: DeviceParameters
  /// Its lines.
  public let lines: PCULines

  /// Creates a unit.
  public init(
    name: String,
    block: String,
    row: Int,
    column: Int,
    position: SitePosition,
    wordNet: Int,
    bitNet: Int,
    nominal: DeviceParameters,
    lines: PCULines
  ) {
    self.name = name
    self.block = block
    self.row = row
    self.column = column
    self.position = position
    self.wordNet = wordNet
    self.bitNet = bitNet
    self.nominal = nominal
    self.lines = lines
  }
}

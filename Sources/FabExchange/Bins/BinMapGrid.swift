/// The grid of a map: how many devices stand where on the substrate.
///
/// Devices may stand in blocks that repeat, as arrays on a wafer do: rows and columns count through all
/// blocks, and only positions know of the gaps between them.
public struct BinMapGrid: Hashable, Sendable {
  /// Blocks of devices that repeat at a step of their own.
  public struct Blocks: Hashable, Sendable {
    /// The number of blocks across; it divides the grid's columns.
    public var columns: Int
    /// The number of blocks upwards; it divides the grid's rows.
    public var rows: Int
    /// The distance from block to block in mm.
    public var step: MapVector

    /// Creates a description of blocks.
    public init(columns: Int, rows: Int, step: MapVector) {
      self.columns = columns
      self.rows = rows
      self.step = step
    }
  }

  /// The number of columns.
  public var columns: Int
  /// The number of rows.
  public var rows: Int
  /// The distance from device to device in mm; `nil` where a file doesn't say.
  public var step: MapVector?
  /// The position of the centre of the device at the lower left in mm; `nil` where a file doesn't say.
  public var lowerLeft: MapVector?
  /// The size of a device in mm; `nil` where a file doesn't say.
  public var deviceSize: MapVector?
  /// The blocks; `nil` where all devices stand at one step.
  public var blocks: Blocks?

  /// Creates a grid.
  ///
  /// - Precondition: There is at least one column and one row, and blocks divide them.
  public init(
    columns: Int,
    rows: Int,
    step: MapVector? = nil,
    lowerLeft: MapVector? = nil,
    deviceSize: MapVector? = nil,
    blocks: Blocks? = nil
  ) {
    precondition(columns > 0 && rows > 0, "a map of \(columns) x \(rows) devices is none")
    if let blocks {
      precondition(
        blocks.columns > 0 && blocks.rows > 0 && columns.isMultiple(of: blocks.columns)
          && rows.isMultiple(of: blocks.rows),
        "\(blocks.columns) x \(blocks.rows) blocks don't divide \(columns) x \(rows) devices"
      )
    }
    self.columns = columns
    self.rows = rows
    self.step = step
    self.lowerLeft = lowerLeft
    self.deviceSize = deviceSize
    self.blocks = blocks
  }

  /// The number of places.
  public var count: Int { columns * rows }

  /// Tells whether a place lies in the grid.
  public func contains(_ place: GridPlace) -> Bool {
    (0..<columns).contains(place.column) && (0..<rows).contains(place.row)
  }

  /// Returns the position of a device's centre in mm; `nil` where step or first position aren't known.
  public func position(of place: GridPlace) -> MapVector? {
    guard let step, let lowerLeft else { return nil }
    guard let blocks else {
      return MapVector(
        x: lowerLeft.x + Double(place.column) * step.x,
        y: lowerLeft.y + Double(place.row) * step.y
      )
    }
    let inner = (columns: columns / blocks.columns, rows: rows / blocks.rows)
    return MapVector(
      x: lowerLeft.x + Double(place.column / inner.columns) * blocks.step.x
        + Double(place.column % inner.columns) * step.x,
      y: lowerLeft.y + Double(place.row / inner.rows) * blocks.step.y
        + Double(place.row % inner.rows) * step.y
    )
  }
}

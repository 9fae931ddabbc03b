/// How a file's rows and coordinates lie on the substrate, and the way from there to a ``BinMap``'s places.
///
/// A map is seen with the substrate turned clockwise by its orientation, as flats and notches are counted.
struct MapFrame {
  /// The angle in degrees clockwise: 0, 90, 180 or 270.
  var orientation = 0
  var origin = MapOrigin.lowerLeft
  var axes = MapAxes.upRight
  /// The columns and rows as seen.
  var columns: Int
  var rows: Int

  /// Whether columns as seen are rows of the substrate.
  var isTurned: Bool { orientation == 90 || orientation == 270 }

  /// Returns the place of the device at a row and column of a file's rows, both from 0.
  func place(fileRow: Int, fileColumn: Int, order: MapRowOrder) -> GridPlace {
    switch order {
    case .asSeen:
      turnedBack(column: fileColumn, row: rows - 1 - fileRow)
    case .fromOrigin:
      turnedBack(
        column: axes.isRight ? fileColumn : columns - 1 - fileColumn,
        row: axes.isUp ? fileRow : rows - 1 - fileRow
      )
    }
  }

  /// Returns the place of a device from its coordinates; it may lie outside the grid.
  ///
  /// - Parameters:
  ///   - x: The coordinate across.
  ///   - y: The coordinate upwards or downwards.
  ///   - first: The number of the first row and column; a centre is always 0.
  /// - Returns: The place.
  func place(x: Int, y: Int, first: Int) -> GridPlace {
    let base = origin == .center ? 0 : first
    let start =
      origin == .center
      ? (column: (columns - 1) / 2, row: (rows - 1) / 2)
      : (column: origin.isLeft ? 0 : columns - 1, row: origin.isLower ? 0 : rows - 1)
    // Coordinates come from files: one near Int.min must not trap.
    let column = axes.isRight ? start.column &+ (x &- base) : start.column &- (x &- base)
    let row = axes.isUp ? start.row &+ (y &- base) : start.row &- (y &- base)
    guard (0..<columns).contains(column), (0..<rows).contains(row) else {
      return GridPlace(column: -1, row: -1)
    }
    return turnedBack(column: column, row: row)
  }

  /// Turns a place as seen counter-clockwise, to orientation 0.
  private func turnedBack(column: Int, row: Int) -> GridPlace {
    switch orientation {
    case 90: GridPlace(column: rows - 1 - row, row: column)
    case 180: GridPlace(column: columns - 1 - column, row: rows - 1 - row)
    case 270: GridPlace(column: row, row: columns - 1 - column)
    default: GridPlace(column: column, row: row)
    }
  }
}

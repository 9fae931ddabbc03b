/// The place of a device in a map: column and row, both from 0 at the lower left.
public struct GridPlace: Hashable, Comparable, Sendable {
  /// The column, from 0 at the left.
  public var column: Int
  /// The row, from 0 at the bottom.
  public var row: Int

  /// Creates a place.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Orders from the bottom row up, within a row from the left.
  public static func < (left: GridPlace, right: GridPlace) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// What the user can decide of the reading of maps.
public struct MapReadingOptions: Hashable, Sendable {
  /// How rows are taken.
  public var rowOrder: MapRowOrder
  /// The number of the first row and column in coordinates; `nil` to tell from the file: 0 if 0 occurs, else 1.
  public var firstCoordinate: Int?
  /// The largest file in bytes.
  public var sizeLimit: Int

  /// Creates options.
  public init(
    rowOrder: MapRowOrder = .asSeen,
    firstCoordinate: Int? = nil,
    sizeLimit: Int = 64_000_000
  ) {
    self.rowOrder = rowOrder
    self.firstCoordinate = firstCoordinate
    self.sizeLimit = sizeLimit
  }
}

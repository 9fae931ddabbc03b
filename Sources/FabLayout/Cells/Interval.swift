/// A closed interval on one axis of the grid, in nanometres.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public let lower: Int
  /// The upper end.
  public let upper: Int

  /// Creates an interval from its ends, in either order.
  public init(_ first: Int, _ second: Int) {
    lower = Swift.min(first, second)
    upper = Swift.max(first, second)
  }

  /// The extent.
  public var length: Int { upper - lower }
  /// The middle, rounded down.
  public var middle: Int { lower + length / 2 }
}

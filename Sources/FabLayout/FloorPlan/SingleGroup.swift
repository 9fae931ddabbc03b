/// Single PCUs in a floor plan, named `S01`, `S02`, … by their prefix.
public struct SingleGroup: Hashable, Sendable {
  /// The letters before the number.
  public var prefix: String
  /// The pads of a single PCU; one row, one column.
  public var array: ArrayParameters
  /// The middles of the PCUs' frames, in the order of their numbers.
  public var spots: [Spot]

  /// Creates a group.
  public init(prefix: String, array: ArrayParameters, spots: [Spot]) {
    self.prefix = prefix
    self.array = array
    self.spots = spots
  }
}

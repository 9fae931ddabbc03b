/// Arrays of one kind in a floor plan, named `A1`, `A2`, … by their prefix.
public struct ArrayGroup: Hashable, Sendable {
  /// The letters before the number.
  public var prefix: String
  /// The dimensions of the array.
  public var array: ArrayParameters
  /// The middles of the arrays' frames, in the order of their numbers.
  public var spots: [Spot]

  /// Creates a group.
  public init(prefix: String, array: ArrayParameters, spots: [Spot]) {
    self.prefix = prefix
    self.array = array
    self.spots = spots
  }
}

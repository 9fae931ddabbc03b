public import FabUnits

/// The surface is treated in a plasma.
public struct PlasmaStep: Hashable, Sendable {
  /// The gas.
  public let gas: String
  /// The power of the generator.
  public let power: Stated<Power>?
  /// How long.
  public let time: Stated<Time>?
  /// Where the wafer is; another vessel unless the recipe says otherwise.
  public let surroundings: Surroundings
}

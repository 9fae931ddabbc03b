public import FabRecipe

/// Single devices of one component in a floor plan.
public struct DeviceGroup: Hashable, Sendable {
  /// The letters before the number.
  public var prefix: String
  /// The component that is made.
  public var component: ComponentName
  /// The extent of the overlap in x, in nanometres.
  public var width: Int
  /// The extent of the overlap in y.
  public var height: Int
  /// The middles of the devices' frames.
  public var spots: [Spot]

  /// Creates a group.
  public init(
    prefix: String,
    component: ComponentName,
    width: Int,
    height: Int,
    spots: [Spot]
  ) {
    self.prefix = prefix
    self.component = component
    self.width = width
    self.height = height
    self.spots = spots
  }
}

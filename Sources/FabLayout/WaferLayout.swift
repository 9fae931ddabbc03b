public import FabRecipe

/// A floor plan turned into geometry, with the names and places of everything on it.
public struct WaferLayout: Sendable {
  /// The floor plan that it was made from.
  public let plan: FloorPlan
  /// The flow whose levels it uses.
  public let flow: ProcessFlow
  /// The cells.
  public let layout: Layout
  /// The PCUs, in the order of their blocks.
  public let pcus: [Site]
  /// The single devices that aren't PCUs.
  public let devices: [Site]
  /// The contacts of arrays, singles and devices.
  public let contacts: [Contact]
  /// The number of arrays.
  public let arrayCount: Int
  /// The number of single PCUs.
  public let singleCount: Int
  /// The number of insulated crossings.
  public let crossingCount: Int
}

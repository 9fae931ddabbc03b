public import FabRecipe

/// One device that is meant to be made.
public struct SchematicDevice: Hashable, Sendable {
  /// The name, for instance `A5.R2C3.D1`.
  public let name: String
  /// The name of the site that it belongs to, for instance `A5.R2C3`.
  public let site: String
  /// The component whose stack it has.
  public let component: ComponentName
  /// The index of the net on the side of the stack's first film.
  public let bottom: Int
  /// The index of the net on the side of the stack's last film.
  public let top: Int
  /// The area that is drawn, in mm²; `nil` where it's left open.
  public let areaMm2: Double?

  /// Creates a device.
  public init(
    name: String,
    site: String,
    component: ComponentName,
    bottom: Int,
    top: Int,
    areaMm2: Double? = nil
  ) {
    self.name = name
    self.site = site
    self.component = component
    self.bottom = bottom
    self.top = top
    self.areaMm2 = areaMm2
  }
}

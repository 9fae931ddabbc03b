/// A device of a substrate by its name and true position, which needn't lie on a grid.
public struct MapSite: Hashable, Sendable {
  /// The name, for instance `A5.R2C3`.
  public var name: String
  /// The kind of block that it belongs to, for instance `array` or `single`; it names the layout.
  public var group: String
  /// The centre in mm from the middle of the substrate.
  public var position: MapVector

  /// Creates a site.
  public init(name: String, group: String, position: MapVector) {
    self.name = name
    self.group = group
    self.position = position
  }
}

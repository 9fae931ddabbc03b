/// What is meant to be made: devices and the nets between them.
///
/// Names serve messages and, where contacts have the same names, tell equal parts of the structure apart.
public struct Schematic: Hashable, Sendable {
  /// The names of the nets.
  public let nets: [String]
  /// The devices.
  public let devices: [SchematicDevice]
  /// The number of insulated crossings that the drawing needs; `nil` where it's left open.
  public let crossings: Int?

  /// Creates a schematic.
  ///
  /// - Precondition: The devices' nets exist.
  public init(nets: [String], devices: [SchematicDevice], crossings: Int?) {
    precondition(
      devices.allSatisfy { nets.indices.contains($0.bottom) && nets.indices.contains($0.top) },
      "every terminal of a schematic lies on one of its \(nets.count) nets"
    )
    self.nets = nets
    self.devices = devices
    self.crossings = crossings
  }
}

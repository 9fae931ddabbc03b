public import FabGeometry

/// A place where a probe meets the wafer.
public struct Contact: Hashable, Sendable {
  /// The name, for instance `A5.R2C3.CL1`.
  public let name: String
  /// What it connects to.
  public let kind: ContactKind
  /// The middle of the pad, in wafer coordinates or from the block's origin.
  public let position: Point

  /// Creates a contact.
  public init(name: String, kind: ContactKind, position: Point) {
    self.name = name
    self.kind = kind
    self.position = position
  }
}

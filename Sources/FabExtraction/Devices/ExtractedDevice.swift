public import FabGeometry
public import FabLayout
public import FabRecipe

/// Two conductors over each other with films between them: a device, a crossing, a contact or a parasitic.
public struct ExtractedDevice: Hashable, Sendable {
  /// Where the conductors overlap, and the films there.
  public let overlap: DeviceOverlap
  /// The index of the lower conductor's piece.
  public let bottomShape: Int
  /// The index of the upper conductor's piece.
  public let topShape: Int
  /// The net of the lower conductor: the side of the stack's first film.
  public let bottomNet: Int
  /// The net of the upper conductor: the side of the stack's last film.
  public let topNet: Int
  /// The index of the site that contains the device's middle, or else of the nearest; `nil` without sites.
  public let site: Int?

  /// The component whose stack this is; `nil` for a parasitic.
  public var component: Component? { overlap.component }
  /// The area in mm².
  public var areaMm2: Double { overlap.areaMm2 }
  /// The length of the boundary in mm.
  public var perimeterMm: Double { overlap.polygon.perimeter / 1e6 }
  /// The box around the overlap.
  public var box: Box { overlap.box }
  /// The levels from the glass up, for instance `FTO/HTL/PVK/AU`.
  public var stack: String {
    ([overlap.bottom] + overlap.between + [overlap.top]).map(\.text).joined(separator: "/")
  }
}

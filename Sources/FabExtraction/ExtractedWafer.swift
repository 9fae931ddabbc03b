public import FabLayout
public import FabRecipe

/// What a layout really makes: nets and devices, from geometry and flow alone.
///
/// Names of cells and labels play no part. Sites and contacts tell only where people look for what was found.
public struct ExtractedWafer: Sendable {
  /// The flow that the levels belong to.
  public let flow: ProcessFlow
  /// The conductor pieces, level by level from the glass up, in the order of their places.
  public let shapes: [ConductorShape]
  /// The nets, in the order of their first piece.
  public let nets: [ExtractedNet]
  /// The devices that the recipe knows, contacts and crossings apart.
  public let devices: [ExtractedDevice]
  /// The insulated crossings.
  public let crossings: [ExtractedDevice]
  /// Where conductors touch on purpose.
  public let joints: [ExtractedDevice]
  /// The overlaps that no component explains.
  public let parasitics: [Parasitic]
  /// Overlaps that lie in no piece, because rounding of slanted edges moved a corner.
  public let unresolved: [DeviceOverlap]
  /// The levels of the flow on which nothing is drawn, from the glass up.
  public let emptyLevels: [LevelName]
  /// The sites that devices were assigned to.
  public let sites: [Site]
  /// The contacts that were looked for.
  public let contacts: [Contact]
  /// The net of each contact; `nil` where no conductor lies below it.
  public let netsOfContacts: [Int?]

  /// The number of devices of each component, by its name.
  public var deviceCounts: [ComponentName: Int] {
    devices.reduce(into: [:]) { counts, device in
      if let component = device.component { counts[component.name, default: 0] += 1 }
    }
  }

  /// The findings on parasitics and unresolved overlaps, in order of level and place.
  public var findings: [Finding] {
    let known = flow.components.map { component in
      flow.levels(of: component).map(\.name.text).joined(separator: "/")
    }
    let lost = unresolved.map { overlap in
      Finding(
        level: overlap.top,
        box: overlap.box,
        measured: "an overlap with \(overlap.bottom) that belongs to no piece of a conductor",
        limit: "an overlap inside both conductors",
        text: "rounding of slanted edges moved a corner; move the edges here to whole nanometres"
      )
    }
    return (parasitics.map { $0.finding(known: known) } + lost).sorted()
  }

  /// Returns a name of a net from its place in the list, for instance `n12`.
  public func name(ofNet net: Int) -> String { "n\(net)" }
}

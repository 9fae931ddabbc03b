import FabLayout
import FabRecipe

/// Devices of a layout and their partners in the schematic, found by components and anchored nets.
struct DevicePairing {
  /// The schematic's device for each device of the layout that has one.
  private(set) var partners: [Int: Int] = [:]
  /// Devices of the layout that lie beside a matched one with the same nets.
  private(set) var doubled: [(layout: Int, schematic: Int)] = []
  /// Devices of one site and component that differ in a net.
  private(set) var misconnected: [(layout: Int, schematic: Int)] = []
  /// Devices of the layout without partner.
  private(set) var extra: [Int] = []
  /// Devices of the schematic without partner.
  private(set) var missing: [Int] = []

  private struct Key: Hashable {
    let component: ComponentName
    let bottom: Int
    let top: Int
  }

  private struct Spot: Hashable {
    let site: String
    let component: ComponentName
  }

  init(wafer: ExtractedWafer, schematic: Schematic, anchors: NetAnchors) {
    var open: [Key: [Int]] = [:]
    for (index, device) in schematic.devices.enumerated().reversed() {
      let key = Key(
        component: device.component,
        bottom: anchors.classes[device.bottom],
        top: anchors.classes[device.top]
      )
      open[key, default: []].append(index)
    }
    var taken: [Key: Int] = [:]
    var rest: [Spot: [Int]] = [:]
    for (index, device) in wafer.devices.enumerated() {
      guard let component = device.component else { continue }
      if let bottom = anchors.classOf(layoutNet: device.bottomNet),
        let top = anchors.classOf(layoutNet: device.topNet)
      {
        let key = Key(component: component.name, bottom: bottom, top: top)
        if let partner = open[key]?.popLast() {
          partners[index] = partner
          taken[key] = partner
          continue
        }
        if let partner = taken[key] {
          doubled.append((index, partner))
          continue
        }
      }
      let site = device.site.map { wafer.sites[$0].name } ?? ""
      rest[Spot(site: site, component: component.name), default: []].append(index)
    }
    for index in open.values.joined().sorted() {
      let device = schematic.devices[index]
      let spot = Spot(site: device.site, component: device.component)
      let candidates = rest[spot] ?? []
      func agreement(_ candidate: Int) -> Int {
        let found = wafer.devices[candidate]
        let ends = [(found.bottomNet, device.bottom), (found.topNet, device.top)]
        return ends.count { anchors.classOf(layoutNet: $0) == anchors.classes[$1] }
      }
      guard let best = candidates.max(by: { (agreement($0), $1) < (agreement($1), $0) }) else {
        missing.append(index)
        continue
      }
      rest[spot]?.removeAll { $0 == best }
      misconnected.append((best, index))
    }
    extra = rest.values.joined().sorted()
  }
}

import FabGeometry
import FabLayout
import FabRecipe

extension DifferenceReport {
  /// A terminal that lies on another net than it should.
  private struct WrongEnd: Hashable {
    let expected: Int
    /// The layout's net.
    let net: Int
    /// The schematic's net there; `nil` where no contact lies on it.
    let found: Int?
    let isTop: Bool
    let layout: Int
    let schematic: Int
  }

  /// Adds missing, extra, split and wrongly connected devices.
  mutating func addDevices(_ pairing: DevicePairing) {
    let sites =
      pairing.missing.isEmpty
      ? [:] : Dictionary(wafer.sites.map { ($0.name, $0) }) { first, _ in first }
    for index in pairing.missing {
      let device = schematic.devices[index]
      let site = sites[device.site]
      add(
        .missingDevice,
        device.name,
        box: site?.box,
        found: "no \(device.component) in \(device.site)",
        expected: "one from \(schematic.nets[device.bottom]) to \(schematic.nets[device.top])",
        fix: "let its conductors and films overlap"
      )
    }
    for index in pairing.extra {
      let device = wafer.devices[index]
      add(
        .extraDevice,
        device.site.map { wafer.sites[$0].name } ?? "wafer",
        level: device.overlap.top,
        box: device.box,
        found:
          "a \(device.stack) from \(name(ofNet: device.bottomNet)) to \(name(ofNet: device.topNet))",
        expected: "none",
        fix: "take its films or one conductor away"
      )
    }
    for (index, partner) in pairing.doubled {
      let device = wafer.devices[index]
      add(
        .splitDevice,
        schematic.devices[partner].name,
        level: device.overlap.top,
        box: device.box,
        found: "more than one \(schematic.devices[partner].component) between its nets",
        expected: "one in one piece",
        fix: "close the gap in its films or conductors"
      )
    }
    addWrongEnds(pairing.misconnected.flatMap { wrongEnds(of: $0.layout, as: $0.schematic) })
  }

  private func wrongEnds(of index: Int, as partner: Int) -> [WrongEnd] {
    let (found, meant) = (wafer.devices[index], schematic.devices[partner])
    let ends = [(found.bottomNet, meant.bottom, false), (found.topNet, meant.top, true)]
    return ends.compactMap { net, expected, isTop in
      let reached = anchors.classOf(layoutNet: net)
      guard reached != anchors.classes[expected] else { return nil }
      return WrongEnd(
        expected: expected,
        net: net,
        found: reached,
        isTop: isTop,
        layout: index,
        schematic: partner
      )
    }
  }

  private mutating func addWrongEnds(_ ends: [WrongEnd]) {
    var settled: Set<Int> = []
    let byExpected = Dictionary(grouping: ends, by: \.expected)
    for (net, wrong) in byExpected.sorted(by: { $0.key < $1.key }) {
      guard let other = wrong[0].found, wrong.allSatisfy({ $0.found == other }), net < other,
        let back = byExpected[other], back.allSatisfy({ $0.found == net })
      else { continue }
      settled.formUnion([net, other])
      let box = anchors.layoutNets[other].map { wafer.nets[$0].box }
      add(
        .swappedNets,
        "\(schematic.nets[net]) \(schematic.nets[other])",
        level: anchors.layoutNets[other].map { wafer.shapes[wafer.nets[$0].shapes[0]].level },
        box: box,
        found: "the devices of each on the other",
        expected: "each on its own contact",
        fix: "exchange the two lines or their contacts"
      )
    }
    let rest = ends.filter { !settled.contains($0.expected) }
    struct Opening: Hashable {
      let expected: Int
      let net: Int
    }
    let open = Dictionary(
      grouping: rest.filter { $0.found == nil },
      by: { Opening(expected: $0.expected, net: $0.net) }
    )
    for (opening, ends) in open {
      let net = wafer.nets[opening.net]
      let names = Set(ends.map { schematic.devices[$0.schematic].name }).sorted()
      add(
        .openNet,
        schematic.nets[opening.expected],
        level: wafer.shapes[net.shapes[0]].level,
        box: net.box,
        found: "\(names.joined(separator: " ")) on a conductor without contact",
        expected: "a connection to the contact of \(schematic.nets[opening.expected])",
        fix: "close the gap between this conductor and the contact"
      )
    }
    for end in rest where end.found != nil {
      let device = wafer.devices[end.layout]
      add(
        .wrongConnection,
        schematic.devices[end.schematic].name,
        level: end.isTop ? device.overlap.top : device.overlap.bottom,
        box: device.box,
        found: "its \(end.isTop ? "top" : "bottom") conductor on \(name(ofNet: end.net))",
        expected: schematic.nets[end.expected],
        fix: "connect it to \(schematic.nets[end.expected]) instead"
      )
    }
  }
}

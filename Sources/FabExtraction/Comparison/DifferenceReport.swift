import FabGeometry
import FabLayout
import FabRecipe

/// Collects differences with their places and words.
struct DifferenceReport {
  let wafer: ExtractedWafer
  let schematic: Schematic
  let anchors: NetAnchors
  private(set) var differences: [LVSDifference] = []

  init(wafer: ExtractedWafer, schematic: Schematic, anchors: NetAnchors) {
    self.wafer = wafer
    self.schematic = schematic
    self.anchors = anchors
  }

  /// Adds a difference.
  mutating func add(
    _ kind: LVSDifferenceKind,
    _ name: String,
    level: LevelName? = nil,
    box: Box? = nil,
    found: String,
    expected: String,
    fix: String
  ) {
    differences.append(
      LVSDifference(
        kind: kind,
        name: name,
        level: level,
        box: box,
        found: found,
        expected: expected,
        fix: fix
      )
    )
  }

  /// Adds merged nets and missing pads.
  mutating func addNets() {
    for net in anchors.missingPads {
      guard let contact = anchors.contacts[net] else { continue }
      let position = wafer.contacts[contact].position
      add(
        .missingPad,
        schematic.nets[net],
        box: Box(position, position),
        found: "no conductor below the contact",
        expected: "a pad",
        fix: "draw the pad of \(schematic.nets[net]) here"
      )
    }
    for (net, names) in anchors.schematicNets.enumerated() where names.count > 1 {
      let list = names.map { schematic.nets[$0] }
      let bridge = NetBridge.find(net: net, in: wafer)
      add(
        .mergedNets,
        list.joined(separator: " "),
        level: bridge?.level ?? wafer.shapes[wafer.nets[net].shapes[0]].level,
        box: bridge?.box ?? wafer.nets[net].box,
        found: "one net",
        expected: "\(names.count) nets apart",
        fix: "cut what joins them here"
      )
    }
  }

  /// Adds insulated crossings that are too few or too many.
  mutating func addCrossings() {
    guard let expected = schematic.crossings, expected != wafer.crossings.count else { return }
    add(
      .crossings,
      "crossings",
      found: "\(wafer.crossings.count) insulated crossings",
      expected: "\(expected)",
      fix: "draw the insulator over each crossing once, in one piece"
    )
  }

  /// Adds overlaps that no component explains.
  mutating func addParasitics() {
    for parasitic in wafer.parasitics {
      let site = parasitic.device.site.map { wafer.sites[$0].name } ?? "wafer"
      let finding = parasitic.finding(known: [])
      add(
        .parasitic,
        site,
        level: finding.level,
        box: finding.box,
        found: "\(parasitic.device.stack) (\(parasitic.kind.rawValue))",
        expected: "the stack of a component",
        fix: finding.text
      )
    }
  }

  /// Adds conductors inside a site that carry no device and no contact.
  mutating func addFloatingIslands() {
    var isUsed: [Bool] = wafer.nets.map { !$0.contacts.isEmpty }
    let all = wafer.devices + wafer.crossings + wafer.parasitics.map(\.device)
    for device in all {
      isUsed[device.bottomNet] = true
      isUsed[device.topNet] = true
    }
    let index = SiteIndex(wafer.sites)
    for (number, net) in wafer.nets.enumerated() where !isUsed[number] {
      guard let site = index.site(of: net.box.center).map({ wafer.sites[$0] }),
        site.box.touches(net.box)
      else { continue }
      add(
        .floatingIsland,
        site.name,
        level: wafer.shapes[net.shapes[0]].level,
        box: net.box,
        found: "a conductor without device and contact",
        expected: "none",
        fix: "remove it or connect it"
      )
    }
  }

  /// Adds devices whose area is off: from the schematic's where it states one, else from the median of the
  /// devices of their component.
  mutating func addAreas(tolerance: Double, partners: [Int?]) {
    var open: [ComponentName: [ExtractedDevice]] = [:]
    for (index, device) in wafer.devices.enumerated() {
      guard let component = device.component?.name else { continue }
      if let drawn = partners[index].flatMap({ schematic.devices[$0].areaMm2 }) {
        addArea(of: device, component, expected: drawn, tolerance: tolerance)
      } else {
        open[component, default: []].append(device)
      }
    }
    for (component, devices) in open {
      let areas = devices.map(\.areaMm2).sorted()
      for device in devices {
        addArea(of: device, component, expected: areas[areas.count / 2], tolerance: tolerance)
      }
    }
  }

  private mutating func addArea(
    of device: ExtractedDevice,
    _ component: ComponentName,
    expected: Double,
    tolerance: Double
  ) {
    guard abs(device.areaMm2 - expected) > tolerance * expected else { return }
    add(
      .area,
      device.site.map { wafer.sites[$0].name } ?? component.text,
      level: device.overlap.top,
      box: device.box,
      found: "a \(component) of \(Self.rounded(device.areaMm2)) mm²",
      expected: "\(Self.rounded(expected)) mm² within \(Self.rounded(tolerance * 100)) %",
      fix: "restore the overlap of the conductors and their films"
    )
  }

  /// Adds connected groups of devices without an equal.
  mutating func addStructure(_ structure: StructureMatch) {
    for group in structure.unmatchedLayout {
      let devices = group.map { wafer.devices[$0] }
      let box = devices.dropFirst().reduce(devices[0].box) { $0.union($1.box) }
      add(
        .structure,
        devices[0].site.map { wafer.sites[$0].name } ?? "group",
        level: devices[0].overlap.top,
        box: box,
        found: "a group of " + Self.census(devices.compactMap { $0.component?.name }),
        expected: expectedGroups(structure),
        fix: "compare the devices and connections here with the schematic"
      )
    }
    guard structure.unmatchedLayout.isEmpty else { return }
    for group in structure.unmatchedSchematic {
      let devices = group.map { schematic.devices[$0] }
      add(
        .structure,
        devices[0].site,
        found: "no such group of devices",
        expected: "a group of " + Self.census(devices.map(\.component)),
        fix: "draw it"
      )
    }
  }

  private func expectedGroups(_ structure: StructureMatch) -> String {
    let groups = structure.unmatchedSchematic.map { group in
      "\(schematic.devices[group[0]].site) with "
        + Self.census(group.map { schematic.devices[$0].component })
    }
    guard let first = groups.first else { return "none" }
    return groups.count == 1 ? first : "\(first), or one of \(groups.count - 1) more"
  }

  private static func census(_ names: [ComponentName]) -> String {
    Dictionary(grouping: names, by: { $0 }).sorted { $0.key < $1.key }
      .map { "\($1.count) \($0)" }.joined(separator: ", ")
  }

  /// A number with four decimals at most.
  static func rounded(_ value: Double) -> String {
    "\((value * 1e4).rounded() / 1e4)"
  }
}

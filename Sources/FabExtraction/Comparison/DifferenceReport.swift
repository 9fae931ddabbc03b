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

  /// Adds levels without shapes that components of the schematic need: one mask is missing, not each device.
  mutating func addEmptyLevels() {
    guard !wafer.emptyLevels.isEmpty else { return }
    let meant = Set(schematic.devices.map(\.component))
    let components = wafer.flow.components.filter { component in
      meant.contains(component.name)
        || (component.kind == .insulatedCrossing && (schematic.crossings ?? 0) > 0)
    }
    for level in wafer.emptyLevels {
      let users = components.filter { wafer.flow.levels(of: $0).contains { $0.name == level } }
      guard !users.isEmpty else { continue }
      add(
        .emptyLevel,
        level.text,
        level: level,
        found: "nothing drawn on \(level)",
        expected: "the shapes of " + users.map(\.name.text).joined(separator: ", "),
        fix:
          "add the level to the layout, or check that its layer is the one that the recipe gives it"
      )
    }
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
      let list = names.map { schematic.nets[$0] }.sorted()
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
      let site = parasitic.device.site.map { wafer.sites[$0] }
      let finding = parasitic.finding(known: [])
      add(
        .parasitic,
        // Beside all cells, for instance in an alignment mark, the nearest one isn't to blame.
        site.flatMap { $0.box.touches(parasitic.device.box) ? $0.name : nil } ?? "wafer",
        level: finding.level,
        box: finding.box,
        found: "\(parasitic.device.stack) (\(parasitic.kind.rawValue)) "
          + ends(of: parasitic.device),
        expected: "the stack of a component",
        fix: finding.text
      )
    }
  }

  /// The nets of a parasitic's conductors in words.
  private func ends(of device: ExtractedDevice) -> String {
    device.bottomNet == device.topNet
      ? "within \(name(ofNet: device.bottomNet))"
      : "between \(name(ofNet: device.bottomNet)) and \(name(ofNet: device.topNet))"
  }

  /// The name of a layout's net: those of its contacts, or else its number.
  func name(ofNet net: Int) -> String {
    let known = anchors.schematicNets[net].map { schematic.nets[$0] }.sorted().prefix(3)
    let more = anchors.schematicNets[net].count - known.count
    guard !known.isEmpty else { return wafer.name(ofNet: net) }
    return known.joined(separator: " = ") + (more > 0 ? " = \(more) more" : "")
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

import FabDiagnostics
import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe

extension ExtractionReport {
  /// Composes the report of an extraction.
  ///
  /// - Parameters:
  ///   - wafer: What was extracted.
  ///   - comparison: Its comparison with the schematic; `nil` where nothing says what is meant.
  ///   - layout: The layout file or floor plan.
  ///   - recipe: The recipe's name.
  init(
    of wafer: ExtractedWafer,
    comparison: (result: LVSComparison, schematic: Schematic)?,
    layout: String,
    recipe: String
  ) {
    self.layout = layout
    self.recipe = recipe
    pcus = wafer.pcuCount
    nets = wafer.nets.count
    crossings = wafer.crossings.count
    joints = wafer.joints.count
    devices = DeviceCounts(of: wafer)
    components = Self.components(of: wafer)
    deviceList = wafer.devices.map { device in
      Device(
        component: device.component?.name.text ?? "unknown",
        site: device.site.map { wafer.sites[$0].name },
        block: device.site.map { wafer.sites[$0].block },
        row: device.site.map { wafer.sites[$0].row },
        column: device.site.map { wafer.sites[$0].column },
        bottomNet: wafer.name(ofNet: device.bottomNet),
        topNet: wafer.name(ofNet: device.topNet),
        areaMm2: device.areaMm2,
        perimeterMm: device.perimeterMm,
        boxMm: Self.edges(device.box)
      )
    }
    parasitics = wafer.parasitics.map { parasitic in
      Place(
        kind: parasitic.kind.rawValue,
        stack: parasitic.device.stack,
        boxMm: Self.edges(parasitic.device.box)
      )
    }
    lvs =
      comparison.map { result, schematic in
        Comparison(
          verdict: result.matches ? .match : .mismatch,
          structureMatches: result.structureMatches,
          isAnchored: result.isAnchored,
          schematicDevices: schematic.devices.count,
          differences: result.differences.map(Self.difference)
        )
      } ?? .notRun
  }

  private static func components(of wafer: ExtractedWafer) -> [ComponentCount] {
    let groups = Dictionary(grouping: wafer.devices) { $0.component?.name.text ?? "unknown" }
    return groups.sorted { $0.key < $1.key }
      .map { component, devices in
        ComponentCount(
          component: component,
          kind: devices[0].component?.kind.rawValue ?? "unknown",
          count: devices.count,
          minimumAreaMm2: devices.map(\.areaMm2).min() ?? 0,
          maximumAreaMm2: devices.map(\.areaMm2).max() ?? 0
        )
      }
  }

  private static func difference(_ difference: LVSDifference) -> Difference {
    Difference(
      kind: difference.kind.rawValue,
      name: difference.name,
      level: difference.level?.text,
      boxMm: difference.box.map(edges),
      found: difference.found,
      expected: difference.expected,
      fix: difference.fix
    )
  }

  private static func edges(_ box: Box) -> [Double] {
    let edges = box.millimetres
    return [edges.x0, edges.y0, edges.x1, edges.y1]
  }
}

extension ExtractionReport.DeviceCounts {
  /// Counts the devices of each kind; kinds that every PCU has are there even where none was found.
  fileprivate init(of wafer: ExtractedWafer) {
    var counts: [ComponentKind: Int] = [:]
    for device in wafer.devices {
      if let kind = device.component?.kind { counts[kind, default: 0] += 1 }
    }
    self.init(
      diode: counts[.diode] ?? 0,
      multistateMemristor: counts[.multistateMemristor] ?? 0,
      binaryMemristor: counts[.binaryMemristor] ?? 0,
      device: wafer.flow.components(of: .device).isEmpty ? nil : counts[.device] ?? 0,
      parasitic: wafer.parasitics.count
    )
  }
}

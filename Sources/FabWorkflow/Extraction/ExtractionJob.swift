public import FabDiagnostics
import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe

/// What `extract` does: the devices and nets that a layout really makes, held against what is meant.
public struct ExtractionJob {
  private let recipe: String
  private let floorPlan: String?
  private let file: String?
  private let files: SharedFiles

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - recipe: The recipe whose stacks tell the devices.
  ///   - file: The layout file, GDSII, DXF or SVG; `nil` to extract the floor plan's own layout.
  ///   - floorPlan: The floor plan that says what is meant; `nil` with a file to extract without comparison.
  ///   - files: Where the tool's own floor plan lies.
  public init(recipe: String, file: String?, floorPlan: String?, files: SharedFiles) {
    self.recipe = recipe
    self.file = file
    self.floorPlan = floorPlan
    self.files = files
  }

  /// Extracts and compares.
  ///
  /// - Returns: The report; it isn't clean if there is a parasitic or a difference from the schematic.
  /// - Throws: A ``DiagnosticError`` if an input can't be read.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let loaded = try LoadedRecipe(path: recipe)
    let meant = try meantLayout(loaded)
    var messages = loaded.warnings
    let context: RuleContext
    let name: String
    if let file {
      let read = try LayoutFile(path: file, flow: loaded.flow)
      messages += read.warnings
      context = RuleContext(
        shapes: read.shapes,
        flow: loaded.flow,
        waferEdge: nil,
        usableArea: nil
      )
      name = file
    } else if let meant {
      context = try MaskGeometry(wafer: meant.wafer).ruleContext
      name = meant.path
    } else {
      throw DiagnosticError(
        Diagnostic(
          .missingKey,
          at: .argument("FILE"),
          "neither a layout file nor a floor plan is named",
          fixes: ["name a GDSII, DXF or SVG file, or a floor plan with --floor-plan"]
        )
      )
    }
    let extracted = ExtractedWafer(
      context: context,
      sites: meant.map { $0.wafer.pcus + $0.wafer.devices } ?? [],
      contacts: meant?.wafer.contacts ?? []
    )
    var comparison: (result: LVSComparison, schematic: Schematic)?
    if let meant {
      let roles =
        meant.wafer.pcus.isEmpty
        ? nil : try PCURoles(loaded.flow, recipeName: loaded.path)
      let schematic = Schematic.wafer(meant.wafer, roles: roles)
      comparison = (LVSComparison(of: extracted, with: schematic), schematic)
    }
    let report = report(extracted, comparison: comparison, name: name, recipe: loaded.name)
    messages += Self.throttled(differences(extracted, comparison?.result))
    return CommandOutput(
      text: ExtractionText(report: report).description,
      json: JSONText.encode(report),
      messages: messages,
      isClean: extracted.findings.isEmpty && (comparison?.result.matches ?? true)
    )
  }

  /// The layout that the floor plan means: the named one, or the tool's own where no file is named either.
  private func meantLayout(
    _ loaded: LoadedRecipe
  ) throws(DiagnosticError) -> (wafer: WaferLayout, path: String)? {
    guard floorPlan != nil || file == nil else { return nil }
    var request = LayoutRequest(recipe: recipe)
    request.floorPlan = floorPlan
    let source = FloorPlanSource(request: request, files: files, flow: loaded.flow)
    let (plan, path, _) = try source.plan()
    let stamps = SheetStamps(
      recipeHash: loaded.hash.hexadecimal,
      floorPlanHash: ContentHash(of: plan.canonicalJSON).hexadecimal
    )
    return (try plan.layout(flow: loaded.flow, recipeName: loaded.path, stamps: stamps), path)
  }

  /// The number of differences that are told one by one.
  private static let told = 20

  /// Returns the first messages, and how many more there are.
  private static func throttled(_ messages: [Diagnostic]) -> [Diagnostic] {
    guard let last = messages.last, messages.count > told else { return messages }
    return messages.prefix(told) + [
      Diagnostic(last.code, "\(messages.count - told) more differences; --json lists all of them")
    ]
  }

  /// The messages: differences from the schematic, or parasitics where nothing says what is meant.
  private func differences(
    _ extracted: ExtractedWafer,
    _ comparison: LVSComparison?
  ) -> [Diagnostic] {
    guard let comparison else {
      return extracted.findings.map { finding in
        Diagnostic(
          .parasiticDevice,
          at: .mask(level: finding.level.text, box: finding.box.millimetres),
          "found \(finding.measured), expected \(finding.limit)",
          fixes: [finding.text]
        )
      }
    }
    return comparison.differences.map { difference in
      let place = difference.box.map { box in
        Place.mask(level: difference.level?.text ?? "layout", box: box.millimetres)
      }
      return Diagnostic(
        .schematicMismatch,
        at: place,
        "\(difference.kind.rawValue) \(difference.name): found \(difference.found), expected "
          + difference.expected,
        fixes: [difference.fix]
      )
    }
  }

  private func report(
    _ extracted: ExtractedWafer,
    comparison: (result: LVSComparison, schematic: Schematic)?,
    name: String,
    recipe: String
  ) -> ExtractionReport {
    let groups = Dictionary(grouping: extracted.devices) { $0.component?.name.text ?? "unknown" }
    return ExtractionReport(
      layout: name,
      recipe: recipe,
      nets: extracted.nets.count,
      crossings: extracted.crossings.count,
      joints: extracted.joints.count,
      components: groups.sorted { $0.key < $1.key }
        .map { component, devices in
          ExtractionReport.ComponentCount(
            component: component,
            kind: devices[0].component?.kind.rawValue ?? "unknown",
            count: devices.count,
            minimumAreaMm2: devices.map(\.areaMm2).min() ?? 0,
            maximumAreaMm2: devices.map(\.areaMm2).max() ?? 0
          )
        },
      devices: extracted.devices.map { device in
        ExtractionReport.Device(
          component: device.component?.name.text ?? "unknown",
          site: device.site.map { extracted.sites[$0].name },
          bottomNet: extracted.name(ofNet: device.bottomNet),
          topNet: extracted.name(ofNet: device.topNet),
          areaMm2: device.areaMm2,
          perimeterMm: device.perimeterMm,
          boxMm: Self.edges(device.box)
        )
      },
      parasitics: extracted.parasitics.map { parasitic in
        ExtractionReport.Place(
          kind: parasitic.kind.rawValue,
          stack: parasitic.device.stack,
          boxMm: Self.edges(parasitic.device.box)
        )
      },
      schematic: comparison.map { result, schematic in
        ExtractionReport.Comparison(
          matches: result.matches,
          structureMatches: result.structureMatches,
          isAnchored: result.isAnchored,
          devices: schematic.devices.count,
          differences: result.differences.map(Self.difference)
        )
      }
    )
  }

  private static func difference(_ difference: LVSDifference) -> ExtractionReport.Difference {
    ExtractionReport.Difference(
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

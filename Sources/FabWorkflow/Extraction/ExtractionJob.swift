public import FabDiagnostics
import FabExtraction
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe

/// What `extract` does: the devices and nets that a layout really makes, held against what is meant.
public struct ExtractionJob {
  private let recipe: String
  private let floorPlan: String?
  private let file: String?
  private let files: SharedFiles
  private let spice: String?
  private let markers: String?
  private let replaces: Bool

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - recipe: The recipe whose stacks tell the devices.
  ///   - file: The layout file, GDSII, DXF or SVG; `nil` to extract the floor plan's own layout.
  ///   - floorPlan: The floor plan that says what is meant; `nil` with a file to extract without comparison.
  ///   - files: Where the tool's own floor plan lies.
  ///   - spice: The SPICE file to write; `nil` for none.
  ///   - markers: The SVG file to write that marks what is wrong; `nil` for none.
  ///   - replaces: Whether existing files may be replaced.
  public init(
    recipe: String,
    file: String?,
    floorPlan: String?,
    files: SharedFiles,
    spice: String?,
    markers: String?,
    replaces: Bool
  ) {
    self.recipe = recipe
    self.file = file
    self.floorPlan = floorPlan
    self.files = files
    self.spice = spice
    self.markers = markers
    self.replaces = replaces
  }

  /// Extracts and compares.
  ///
  /// - Returns: The report; it isn't clean if there is a parasitic or a difference from the schematic.
  /// - Throws: A ``DiagnosticError`` if an input can't be read.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let loaded = try LoadedRecipe(path: recipe)
    let meant = try meantLayout(loaded)
    var messages = loaded.warnings
    let layout: Layout
    let name: String
    if let file {
      let read = try LayoutFile(path: file, flow: loaded.flow)
      messages += read.warnings + Self.ignored(read, recipe: loaded)
      layout = read.layout
      name = file
    } else if let meant {
      layout = meant.wafer.layout
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
    let extracted: ExtractedWafer
    do throws(LayoutOverflow) {
      extracted = try HierarchicalExtraction(layout, flow: loaded.flow)
        .expanded(
          sites: meant.map { $0.wafer.pcus + $0.wafer.devices } ?? [],
          contacts: meant?.wafer.contacts ?? []
        )
    } catch {
      throw DiagnosticError(
        Diagnostic(
          .coordinateOverflow,
          at: .file(name),
          "a placement of the cell '\(error.cell)' leaves the range of ±2.147 m",
          fixes: ["check the unit of the file and the steps of its arrays"]
        )
      )
    }
    var comparison: (result: LVSComparison, schematic: Schematic)?
    if let meant {
      let roles =
        meant.wafer.pcus.isEmpty
        ? nil : try PCURoles(loaded.flow, recipeName: loaded.path)
      let schematic = Schematic.wafer(meant.wafer, roles: roles)
      comparison = (LVSComparison(of: extracted, with: schematic), schematic)
    }
    let report = ExtractionReport(
      of: extracted,
      comparison: comparison,
      layout: name,
      recipe: loaded.name
    )
    messages += Self.throttled(differences(extracted, comparison?.result))
    var text = ExtractionText(report: report).description
    if let spice {
      try write(extracted, recipe: loaded, layout: name, to: spice)
      text += "wrote \(spice)\n"
    }
    if let markers {
      let picture = ExtractionMarkers(
        extracted,
        comparison: comparison?.result,
        layout: name,
        regions: try layout.flattened(file: name).mapValues { Region($0) }
      )
      try SingleFile(path: markers).write(picture.svg(), replaces: replaces)
      text += "wrote \(markers)\n"
    }
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: messages,
      isClean: extracted.findings.isEmpty && (comparison?.result.matches ?? true)
    )
  }

  /// Writes the circuit with its line resistances, each sheet in the middle of its range.
  private func write(
    _ extracted: ExtractedWafer,
    recipe: LoadedRecipe,
    layout: String,
    to path: String
  ) throws(DiagnosticError) {
    let sheets = try SheetResistances(recipe.recipe)
    let netlist = Netlist(
      of: extracted,
      lines: LineNetworks(of: extracted),
      title: "\(layout), recipe \(recipe.name) \(recipe.hash.short), \(Tool.name) \(Tool.version)"
    ) { sheets.value(of: $0) }
    try SingleFile(path: path)
      .write(
        Array(SPICEWriter.text(of: netlist).utf8),
        replaces: replaces
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

  /// Warnings of levels in a file that the recipe doesn't know: nothing on them becomes a device.
  private static func ignored(_ file: LayoutFile, recipe: LoadedRecipe) -> [Diagnostic] {
    let known = Set(recipe.flow.levels.map(\.name))
    let foreign = Set(file.shapes.keys.map(\.level)).subtracting(known).sorted()
    return foreign.map { level in
      Diagnostic(
        .unknownLevel,
        severity: .warning,
        at: .file(file.path),
        "the recipe \(recipe.path) has no level '\(level)': its shapes make no device",
        fixes: ["name the recipe with --recipe, or rename the layer"]
      )
    }
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
}

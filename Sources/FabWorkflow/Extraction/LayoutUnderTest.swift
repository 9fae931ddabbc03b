import FabDiagnostics
import FabExtraction
import FabGeometry
import FabHash
import FabLayout
import FabRecipe

/// A layout with what it makes: read, extracted, and compared with what its floor plan means.
struct LayoutUnderTest {
  /// The recipe.
  let recipe: LoadedRecipe
  /// The floor plan's own layout and path; `nil` where no floor plan says what is meant.
  let meant: (wafer: WaferLayout, path: String)?
  /// The layout file or floor plan, as the user named it.
  let name: String
  /// The layout itself.
  let layout: Layout
  /// The devices and nets.
  let extracted: ExtractedWafer
  /// The comparison with the schematic; `nil` where no floor plan says what is meant.
  let comparison: (result: LVSComparison, schematic: Schematic)?
  /// What the readers had to say.
  let messages: [Diagnostic]

  /// Reads, extracts and compares.
  ///
  /// - Parameters:
  ///   - recipePath: The recipe whose stacks tell the devices.
  ///   - file: The layout file, GDSII, DXF or SVG; `nil` for the floor plan's own layout.
  ///   - floorPlan: The floor plan that says what is meant; `nil` with a file to extract without comparison.
  ///   - files: Where the tool's own floor plan lies.
  /// - Throws: A ``DiagnosticError`` if an input can't be read.
  init(
    recipe recipePath: String,
    file: String?,
    floorPlan: String?,
    files: SharedFiles
  ) throws(DiagnosticError) {
    let recipe = try LoadedRecipe(path: recipePath)
    let meant = try Self.meantLayout(recipe, file: file, floorPlan: floorPlan, files: files)
    var messages = recipe.warnings
    let layout: Layout
    let name: String
    if let file {
      let read = try LayoutFile(path: file, flow: recipe.flow)
      messages += read.warnings + Self.ignored(read, recipe: recipe)
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
      extracted = try HierarchicalExtraction(layout, flow: recipe.flow)
        .expanded(
          sites: meant.map { $0.wafer.pcus + $0.wafer.devices } ?? [],
          contacts: meant?.wafer.contacts ?? []
        )
    } catch {
      throw Self.overflow(error, in: name)
    }
    if let meant {
      let roles =
        meant.wafer.pcus.isEmpty
        ? nil : try PCURoles(recipe.flow, recipeName: recipe.path)
      let schematic = Schematic.wafer(meant.wafer, roles: roles)
      comparison = (LVSComparison(of: extracted, with: schematic), schematic)
    } else {
      comparison = nil
    }
    self.recipe = recipe
    self.meant = meant
    self.name = name
    self.layout = layout
    self.extracted = extracted
    self.messages = messages
  }

  /// Returns the flat shapes as design rules look at them, with the edge of the floor plan's wafer.
  ///
  /// - Throws: A ``DiagnosticError`` if a placement leaves the range of coordinates.
  func ruleContext() throws(DiagnosticError) -> RuleContext {
    do throws(LayoutOverflow) {
      return RuleContext(
        shapes: try layout.flattened(),
        flow: recipe.flow,
        waferEdge: meant?.wafer.plan.wafer.edge,
        usableArea: meant?.wafer.plan.wafer.usableArea
      )
    } catch {
      throw Self.overflow(error, in: name)
    }
  }

  private static func overflow(_ error: LayoutOverflow, in name: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .coordinateOverflow,
        at: .file(name),
        "a placement of the cell '\(error.cell)' leaves the range of ±2.147 m",
        fixes: ["check the unit of the file and the steps of its arrays"]
      )
    )
  }

  /// The messages on what is wrong: differences from the schematic, or parasitics where nothing says what is meant.
  var findings: [Diagnostic] {
    guard let comparison = comparison?.result else {
      return Self.throttled(
        extracted.findings.map { finding in
          Diagnostic(
            .parasiticDevice,
            at: .mask(level: finding.level.text, box: finding.box.millimetres),
            "found \(finding.measured), expected \(finding.limit)",
            fixes: [finding.text]
          )
        }
      )
    }
    return Self.throttled(
      comparison.differences.map { difference in
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
    )
  }

  /// The layout that the floor plan means: the named one, or the tool's own where no file is named either.
  private static func meantLayout(
    _ recipe: LoadedRecipe,
    file: String?,
    floorPlan: String?,
    files: SharedFiles
  ) throws(DiagnosticError) -> (wafer: WaferLayout, path: String)? {
    guard floorPlan != nil || file == nil else { return nil }
    var request = LayoutRequest(recipe: recipe.path)
    request.floorPlan = floorPlan
    let source = FloorPlanSource(request: request, files: files, flow: recipe.flow)
    let (plan, path, _) = try source.plan()
    let stamps = SheetStamps(
      recipeHash: recipe.hash.hexadecimal,
      floorPlanHash: ContentHash(of: plan.canonicalJSON).hexadecimal
    )
    return (try plan.layout(flow: recipe.flow, recipeName: recipe.path, stamps: stamps), path)
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
}

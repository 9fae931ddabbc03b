import FabDevices
import FabDiagnostics
import FabExtraction
import FabHash
import FabLayout
import FabOperators
import FabStore

/// Where the units of a codebook come from: a bench, a layout, or a layout with a wafer's own devices.
struct CodebookSource {
  /// What is known of the origin.
  let identity: CodebookIdentity
  /// How devices differ there.
  let law: VariationLaw
  /// What to know of all this.
  let messages: [Diagnostic]
  private let units: PlaceableUnits?

  /// Whether units lie on a layout.
  var isPlaced: Bool { units != nil }

  init(_ request: CodebookBuildRequest, files: SharedFiles) throws(DiagnosticError) {
    guard request.isOnLayout || request.wafer != nil else {
      identity = CodebookIdentity(name: "", source: .bench)
      law = request.conditions.spread.law
      messages = []
      units = nil
      return
    }
    let layout = try LayoutUnderTest(
      recipe: request.recipe,
      file: request.file,
      floorPlan: files.floorPlan(named: request.floorPlan, of: request.file),
      files: files
    )
    guard let meant = layout.meant, !meant.wafer.pcus.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .missingRole,
          at: .argument("--layout"),
          "the layout has no PCUs that operators could be placed on",
          fixes: ["leave out --layout for a bench of nominal PCUs"]
        )
      )
    }
    let sheets = try SheetResistances(layout.recipe.recipe)
    var identity = CodebookIdentity(name: "", source: request.wafer == nil ? .layout : .wafer)
    var messages = layout.messages
    var measured: MeasuredWafer?
    if let code = request.wafer {
      let wafer = try MeasuredWafer.carrying(
        layout,
        code: code,
        recipe: request.recipe,
        session: request.session,
        files: files
      )
      identity.lot = wafer.wafer.lot
      identity.wafer = wafer.wafer.code
      identity.isGenerated = wafer.isGenerated
      messages += wafer.messages
      measured = wafer
    }
    let films: FilmsAtSites
    if let measured {
      films = FilmsAtSites(measured.films, sites: meant.wafer.pcus)
    } else {
      films = try FilmsAtSites(nil, sites: meant.wafer.pcus)
    }
    identity.recipe = layout.recipe.name
    identity.recipeHash = layout.recipe.hash.hexadecimal
    identity.layout = meant.wafer.plan.name
    if let file = request.file {
      identity.layoutHash =
        ContentHash(of: try InputFile.bytes(at: file, limit: InputFile.layoutLimit)).hexadecimal
    } else {
      identity.layoutHash =
        try LayoutRegistration(recipe: request.recipe, floorPlan: meant.path, files: files)
        .version.sha256
    }
    do throws(DeviceError) {
      units = try PlaceableUnits(layout, sheets: sheets, films: films, measured: measured)
    } catch {
      throw error.diagnostic(options: [:])
    }
    self.identity = identity
    self.messages = messages
    // A map stands for what neighbours share: drawing that once more would count it twice.
    let spread = request.conditions.spread.law
    law = films.isKnown ? spread.ownSpreads : spread
  }

  /// Returns the placements of an operator; `nil` where the layout hasn't the units for it.
  func placements(of name: OperatorName) throws(OperatorError) -> [UnitPlacement]? {
    guard let units else { return [try .bench(count: name.modes.count, law: law)] }
    let placement = OperatorPlacement(of: name, on: units.pcus)
    guard placement.isPlaced else { return nil }
    return try units.placements(placement, law: law)
  }
}

extension CodebookEntry {
  /// The entry without names of sites: those of a bench say nothing.
  var withoutPlacements: CodebookEntry {
    CodebookEntry(
      operation: operation,
      content: content,
      metric: metric,
      unitCount: unitCount,
      failedUnitCount: failedUnitCount,
      policy: policy
    )
  }
}

import FabStore

/// The lists that a file of entries may have, in the order in which they are stored: what is referred to comes first.
enum LoadKind: String, CaseIterable {
  case materials
  case materialLots
  case equipment
  case equipmentStates
  case calibrations
  case recipes
  case recipeSteps
  case layouts
  case sites
  case lots
  case wafers
  case genealogy
  case runs
  case runWafers
  case runSteps
  case materialUses
  case holds
  case characteristics
  case specifications
  case imports
  case curves
  case controlLimits
  case controlEvents
  case attachments
  case binRulesets
  case bins
  case binPasses
  case verifications

  /// What such a list has.
  var type: any StoreEntry.Type {
    switch self {
    case .materials: Material.self
    case .materialLots: MaterialLot.self
    case .equipment: Equipment.self
    case .equipmentStates: EquipmentState.self
    case .calibrations: Calibration.self
    case .recipes: RecipeVersion.self
    case .recipeSteps: RecipeStep.self
    case .layouts: LayoutVersion.self
    case .sites: LayoutSite.self
    case .lots: Lot.self
    case .wafers: Wafer.self
    case .genealogy: Genealogy.self
    case .runs: Run.self
    case .runWafers: RunWafer.self
    case .runSteps: RunStep.self
    case .materialUses: MaterialUse.self
    case .holds: Hold.self
    case .characteristics: Characteristic.self
    case .specifications: Specification.self
    case .imports: ImportRecord.self
    case .curves: CurveSource.self
    case .controlLimits: ControlLimitsEntry.self
    case .controlEvents: ControlEvent.self
    case .attachments: Attachment.self
    case .binRulesets: BinRuleset.self
    case .bins: BinDefinition.self
    case .binPasses: BinPass.self
    case .verifications: Verification.self
    }
  }

  /// Whether such entries may refer to measured values, which then have to be there.
  var followsValues: Bool {
    switch self {
    case .curves, .controlLimits, .controlEvents, .attachments, .binRulesets, .bins, .binPasses,
      .verifications:
      true
    default: false
    }
  }

  /// What is meant where a list leaves it out.
  var defaults: [String: JSONValue] {
    switch self {
    case .materialLots, .lots: ["state": .text("open")]
    case .calibrations: ["material": .text("")]
    case .wafers:
      [
        "state": .text("needs processing"), "substrate": .text("FTO glass"),
        "diameterMm": .number(100), "edgeExclusionMm": .number(4),
      ]
    case .runs: ["state": .text("running")]
    case .runSteps, .materialUses: ["attempt": .integer(1)]
    case .characteristics: ["method": .text("")]
    case .imports: ["target": .text("")]
    case .controlLimits: ["component": .text("")]
    default: [:]
    }
  }
}

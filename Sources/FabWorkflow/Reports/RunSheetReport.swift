import FabReports

/// A run sheet for programs.
struct RunSheetReport: Encodable {
  /// A step.
  struct Step: Encodable {
    let seq: Int
    let name: String
    let planned: String
    let actual: String
    let deviation: String
    let isMarked: Bool
    let initials: String
  }

  let run: String
  let state: String
  let recipe: String
  let recipeSha256: String
  let equipment: String
  let operatorName: String
  let wafers: [String]
  let materialLots: [String]
  let steps: [Step]
  let notes: [String]

  init(_ sheet: RunSheet) {
    run = sheet.run
    state = sheet.state
    recipe = sheet.recipe
    recipeSha256 = sheet.recipeHash
    equipment = sheet.equipment
    operatorName = sheet.operatorName
    wafers = sheet.wafers
    materialLots = sheet.materialLots
    steps = sheet.steps.map { step in
      let isMarked =
        if case .outside = step.deviation { true } else { false }
      return Step(
        seq: step.number,
        name: step.name,
        planned: step.planned,
        actual: step.actual,
        deviation: step.deviation.text,
        isMarked: isMarked,
        initials: step.initials
      )
    }
    notes = sheet.notes
  }
}

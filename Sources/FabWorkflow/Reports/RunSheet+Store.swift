import FabReports
import FabStore

extension RunSheet {
  /// A deviation beyond this share is marked, percent [ours: recipes state no tolerances].
  static let markedPercent = 10.0

  /// The sheet of a run as the store has it.
  init(_ record: RunRecord) {
    let run = record.run
    var times = String(run.startedAt.text.prefix(16)) + "Z"
    if let ended = run.endedAt { times += " to \(ended.text.prefix(16))Z" }
    var bottles: [String] = []
    for use in record.steps.flatMap(\.uses) where !bottles.contains(use.materialLot) {
      bottles.append(use.materialLot)
    }
    var notes = [
      "Deviations of more than \(Int(Self.markedPercent)) % of the plan are marked (a working value of this tool)."
    ]
    if let reason = run.reason { notes.append("\(run.state): \(reason)") }
    if let note = run.note { notes.append(note) }
    notes += record.steps.compactMap { step in
      step.actual?.note.map { "step \(step.planned.seq): \($0)" }
    }
    self.init(
      run: run.code,
      state: run.state,
      recipe: "\(record.recipe.name) version \(record.recipe.version)",
      recipeHash: run.recipe,
      equipment: run.equipment,
      operatorName: run.operatorName,
      times: times,
      wafers: record.wafers.map { place in
        place.slot.map { "\(place.wafer) (slot \($0))" } ?? place.wafer
      },
      materialLots: bottles,
      steps: record.steps.map { Self.step($0.planned, name: $0.name, $0.actual, $0.attempts) },
      notes: notes
    )
  }

  /// A blank to fill in, for a recipe before it is run.
  init(blank recipe: RecipeRegistration, wafers: Int) {
    self.init(
      run: "________________",
      state: "planned",
      recipe: recipe.version.name,
      recipeHash: recipe.version.sha256,
      wafers: (0..<wafers).map { "\($0 + 1): ____________" },
      steps: zip(recipe.steps, StepComparison.names(of: recipe.steps))
        .map { Self.step($0.0, name: $0.1, nil, 0) },
      notes: []
    )
  }

  private static func step(
    _ planned: RecipeStep,
    name: String,
    _ actual: RunStep?,
    _ attempts: Int
  ) -> RunSheetStep {
    let rows = StepComparison.rows(planned, actual)
    let isMarked = rows.contains { abs($0.deviationPercent ?? 0) > markedPercent }
    let deviations = rows.compactMap(\.deviation).joined(separator: ", ")
    // Units tell thickness, rate, temperature, pressure and time apart.
    func texts(_ path: KeyPath<StepComparison.Row, String>, without word: String) -> String {
      rows.map { $0[keyPath: path] }.filter { $0 != word }.joined(separator: ", ")
    }
    var done = actual == nil ? "" : texts(\.actual, without: "not recorded")
    if attempts > 1 { done += (done.isEmpty ? "" : ", ") + "\(attempts) attempts" }
    if actual != nil, done.isEmpty { done = "done" }
    let quantities = texts(\.planned, without: "unspecified")
    return RunSheetStep(
      number: planned.seq,
      name: planned.material.map { "\(name) \($0)" } ?? name,
      planned: quantities.isEmpty ? planned.title ?? "" : quantities,
      actual: done,
      deviation: deviations.isEmpty ? .none : isMarked ? .outside(deviations) : .within(deviations),
      initials: actual?.operatorName ?? ""
    )
  }

  /// The sheet as plain text.
  var text: String {
    var text = "run \(run) (\(state))\n"
    for (label, value) in [
      ("recipe", "\(recipe) \(recipeHash.prefix(12))"), ("equipment", equipment),
      ("operator", operatorName), ("times", times), ("wafers", wafers.joined(separator: ", ")),
      ("bottles", materialLots.joined(separator: ", ")),
    ] {
      text += "\(label.padding(to: 11))\(value.isEmpty ? "-" : value)\n"
    }
    var table = TextTable([
      ("no.", .right), ("step", .left), ("planned", .left), ("actual", .left),
      ("deviation", .left), ("initials", .left),
    ])
    table.rows = steps.map { step in
      let isOutside =
        if case .outside = step.deviation { true } else { false }
      return [
        "\(step.number)", step.name, step.planned, step.actual,
        (isOutside ? "! " : "") + step.deviation.text, step.initials,
      ]
    }
    return text + "\n" + table.text + notes.map { "\($0)\n" }.joined()
  }
}

extension String {
  /// The text with spaces up to a width.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}

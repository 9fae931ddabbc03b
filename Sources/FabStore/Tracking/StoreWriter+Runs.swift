public import FabDiagnostics

extension StoreWriter {
  /// Begins a run.
  ///
  /// - Parameters:
  ///   - run: The run, in the state `running`.
  ///   - wafers: Its wafers on their places.
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, `conflicting-entry`, or `wrong-state` if the chamber is down or on
  ///   hold, or a wafer is on hold, scrapped or in another run.
  public func start(_ run: Run, wafers: [RunWafer]) throws(DiagnosticError) {
    _ = try reader.named(Equipment.self, run.equipment)
    if let known = try reader.find(Run.self, .text(run.code)) {
      let stored = try reader.all(RunWafer.self, where: ["run": .text(run.code)])
      guard Set(stored.map(\.wafer)) == Set(wafers.map(\.wafer)) else {
        throw refusal("the run '\(run.code)' exists with other wafers")
      }
      // The same command again; what it did since then is no conflict.
      var same = run
      (same.state, same.endedAt, same.reason) = (known.state, known.endedAt, known.reason)
      try add(same)
      return
    }
    try reader.checkFree(.equipment, run.equipment)
    if let state = try reader.equipmentState(run.equipment, at: run.startedAt),
      ["SDT", "UDT", "NST"].contains(state.state)
    {
      throw refusal(
        "\(run.equipment) is \(state.state) since \(state.fromAt.text)"
          + (state.reason.map { ": \($0)" } ?? ""),
        fixes: ["set its state with 'pcu-fab equipment state \(run.equipment) PRD'"]
      )
    }
    guard !wafers.isEmpty else { throw refusal("the run '\(run.code)' has no wafer") }
    try add(run)
    for place in wafers {
      var wafer = try reader.named(Wafer.self, place.wafer)
      try reader.checkProcessable(wafer)
      guard wafer.state != "in process" else {
        throw refusal(
          "wafer '\(wafer.code)' is in another run",
          fixes: ["finish or abort that run first"]
        )
      }
      wafer.state = "in process"
      try change(wafer)
      try add(place)
    }
  }

  /// Records what was done in a step.
  ///
  /// - Parameters:
  ///   - step: The step; an attempt of 0 stands for the next one.
  ///   - uses: What it took from bottles; run, step and attempt are filled in.
  /// - Returns: The attempt that was recorded.
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, or `wrong-state` if the run isn't running, the recipe has no such
  ///   step, or a bottle is on hold, empty, expired or of another material.
  @discardableResult
  public func record(
    _ step: RunStep,
    uses: [MaterialUse]
  ) throws(DiagnosticError) -> Int {
    let run = try reader.named(Run.self, step.run)
    let plan = try reader.all(RecipeStep.self, where: ["recipe": .text(run.recipe)])
    guard let planned = plan.first(where: { $0.seq == step.seq }) else {
      throw refusal("the recipe of '\(run.code)' has \(plan.count) steps, no step \(step.seq)")
    }
    let earlier = try reader.all(
      RunStep.self,
      where: ["run": .text(step.run), "seq": .integer(Int64(step.seq))]
    )
    var step = step
    if step.attempt == 0 {
      // The same words again are no second attempt.
      step.attempt = earlier.count
      if let last = earlier.last, last == step, try isRecorded(uses, of: last) {
        return step.attempt
      }
      step.attempt += 1
    }
    guard run.state == "running" else {
      throw refusal("the run '\(run.code)' is \(run.state); steps are recorded while it is running")
    }
    if let start = step.startedAt, step.endedAt < start {
      throw refusal("step \(step.seq) ends at \(step.endedAt.text), before it starts")
    }
    try add(step)
    for var use in uses {
      (use.run, use.seq, use.attempt) = (step.run, step.seq, step.attempt)
      let bottle = try reader.named(MaterialLot.self, use.materialLot)
      try checkUsable(bottle, for: planned, at: step.endedAt)
      try add(use)
    }
    return step.attempt
  }

  /// Ends a run; its wafers count as processed.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, or `wrong-state` if it isn't running.
  public func finish(run code: String, at moment: UTCTime) throws(DiagnosticError) {
    try end(run: code, state: "done", reason: nil, at: moment, wafersAre: "processed")
  }

  /// Breaks a run off; its wafers are put on hold, since nobody knows yet what they carry.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, or `wrong-state` if it isn't running.
  public func abort(
    run code: String,
    reason: String,
    at moment: UTCTime
  ) throws(DiagnosticError) {
    try end(run: code, state: "aborted", reason: reason, at: moment, wafersAre: "needs processing")
    for place in try reader.all(RunWafer.self, where: ["run": .text(code)])
    where try reader.hold(on: .wafer, place.wafer) == nil {
      try hold(.wafer, place.wafer, reason: "run \(code) aborted: \(reason)", at: moment)
    }
  }

  private func end(
    run code: String,
    state: String,
    reason: String?,
    at moment: UTCTime,
    wafersAre wafers: String
  ) throws(DiagnosticError) {
    var run = try reader.named(Run.self, code)
    if run.state == state, run.endedAt == moment, run.reason == reason { return }
    guard run.state == "running" else { throw refusal("the run '\(code)' is \(run.state) already") }
    guard moment >= run.startedAt else {
      throw refusal("the run '\(code)' began at \(run.startedAt.text), after \(moment.text)")
    }
    run.state = state
    run.endedAt = moment
    run.reason = reason
    try change(run)
    for place in try reader.all(RunWafer.self, where: ["run": .text(code)]) {
      var wafer = try reader.named(Wafer.self, place.wafer)
      wafer.state = wafers
      try change(wafer)
    }
  }

  private func isRecorded(_ uses: [MaterialUse], of step: RunStep) throws(DiagnosticError) -> Bool {
    let stored = try reader.all(
      MaterialUse.self,
      where: [
        "run": .text(step.run), "seq": .integer(Int64(step.seq)),
        "attempt": .integer(Int64(step.attempt)),
      ]
    )
    return Set(stored.map { "\($0.materialLot) \($0.mg ?? 0)" })
      == Set(uses.map { "\($0.materialLot) \($0.mg ?? 0)" })
  }

  private func checkUsable(
    _ bottle: MaterialLot,
    for step: RecipeStep,
    at moment: UTCTime
  ) throws(DiagnosticError) {
    try reader.checkFree(.materialLot, bottle.code)
    guard bottle.state == "open" else {
      throw refusal("the bottle '\(bottle.code)' is \(bottle.state)")
    }
    if let expires = bottle.expires, moment.day >= expires {
      throw refusal(
        "the bottle '\(bottle.code)' expired on \(expires)",
        fixes: ["use another, or give it a new date with 'pcu-fab material lot' if it was tested"]
      )
    }
    if let material = step.material, material != bottle.material {
      throw refusal(
        "step \(step.seq) needs \(material); the bottle '\(bottle.code)' has \(bottle.material)"
      )
    }
  }
}

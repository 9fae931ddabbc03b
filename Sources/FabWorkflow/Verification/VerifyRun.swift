import FabCircuit
import FabDevices
public import FabDiagnostics
import FabExtraction
import FabHash
import FabLayout
import FabOperators
import FabRecipe
import FabStore
import FabTransformer
import FabUnits

/// Says of a layout whether it will compute: rules, extraction, comparison with the schematic, circuits, operators.
///
/// Every step runs, whatever the ones before it found, as far as what is left lets it.
public struct VerifyRun {
  private let request: VerifyRequest
  private let files: SharedFiles

  /// Creates a run.
  public init(request: VerifyRequest, files: SharedFiles) {
    self.request = request
    self.files = files
  }

  /// Verifies.
  ///
  /// - Returns: The report; it isn't clean if a step fails.
  /// - Throws: A ``DiagnosticError`` if an input can't be read or a file not be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let bench = try request.conditions.bench()
    let names = try OperatorSelection.operators(request.operators, option: "--operators")
    let layout = try LayoutUnderTest(
      recipe: request.recipe,
      file: request.file,
      floorPlan: files.floorPlan(named: request.floorPlan, of: request.file),
      files: files
    )
    guard let meant = layout.meant else {
      preconditionFailure("verify always names a floor plan")
    }
    let limits = try OperatorLimits(meant.wafer.plan.operatorLimits)
    // Without PCUs no line matters, and the recipe need not say how well its conductors conduct.
    let sheets =
      meant.wafer.pcus.isEmpty ? nil : try SheetResistances(layout.recipe.recipe)
    let measured = try measuredWafer(layout)
    let films: FilmsAtSites
    if let measured {
      films = FilmsAtSites(measured.films, sites: meant.wafer.pcus)
    } else {
      films = try FilmsAtSites(request.films, sites: meant.wafer.pcus)
    }
    let units: PlaceableUnits
    do throws(DeviceError) {
      units = try PlaceableUnits(layout, sheets: sheets, films: films, measured: measured)
    } catch {
      throw error.diagnostic(options: [:])
    }

    let rules = DesignRules.check(try layout.ruleContext())
    let studies = OperatorStudies(
      names,
      units: units,
      limits: limits,
      conditions: request.conditions,
      // A map stands for what neighbours share: drawing that once more would count it twice.
      law: films.isKnown
        ? request.conditions.spread.law.ownSpreads : request.conditions.spread.law,
      bench: bench
    )
    let circuits = CircuitCheck(
      studies.placements,
      on: units.pcus,
      temperature: request.conditions.temperature
    )
    let plans = switchPlans(studies, units, layout)
    let network = try networkFile()
      .map {
        NetworkCheck(
          $0,
          layout: LayoutCapacity(name: meant.wafer.plan.name, pcus: units.pcus),
          wafers: request.wafers,
          operators: studies.reports
        )
      }
    let steps =
      [
        Self.ruleStep(rules), Self.extractionStep(layout, units), Self.comparisonStep(layout),
        circuits.step, studies.step,
      ] + [network?.step].compactMap(\.self)
    let report = VerifyReport(
      layout: layout.name,
      floorPlan: meant.path,
      recipe: layout.recipe.name,
      recipeHash: layout.recipe.hash.hexadecimal,
      seed: request.conditions.seed,
      spread: request.conditions.spread.rawValue,
      temperatureKelvin: request.conditions.temperature.siValue,
      verdict: steps.contains { $0.verdict == .fail } ? .fail : .pass,
      measured: measured.map(Self.summary),
      network: network?.report,
      steps: steps,
      pcus: meant.wafer.pcus.count,
      usablePcus: units.pcus.count,
      unusablePcus: units.unusable.map { .init(site: $0.site, reason: $0.reason) },
      operators: studies.reports,
      remarks: StressRemarks.lines(
        studies.studies.map(\.name),
        temperature: request.conditions.temperature
      ),
      switchPlan: plans.flatMap(\.steps)
    )
    if let measured, request.isRecorded { try record(report, of: measured) }
    var messages = measured?.messages ?? []
    messages += layout.messages + RuleMessages.diagnostics(for: rules) + layout.findings
    messages += films.messages + circuits.messages + studies.messages
    messages += plans.filter { !$0.fits }.map(tooManyContacts)
    var text = VerifyText(report: report).description
    if let out = request.out {
      let files = VerifyFiles(
        report: report,
        studies: studies.studies,
        layout: layout,
        messages: messages
      )
      text += try files.write(to: out, replaces: request.replaces)
    }
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: messages,
      isClean: report.verdict != .fail
    )
  }

  /// The wafer of the store that is asked for, if it carries this very layout.
  private func measuredWafer(
    _ layout: LayoutUnderTest
  ) throws(DiagnosticError) -> MeasuredWafer? {
    guard let code = request.wafer else { return nil }
    return try MeasuredWafer.carrying(
      layout,
      code: code,
      recipe: request.recipe,
      session: request.session,
      files: files
    )
  }

  /// Keeps the verdict with the wafer.
  private func record(
    _ report: VerifyReport,
    of measured: MeasuredWafer
  ) throws(DiagnosticError) {
    let json = try StoreJSON.value(
      String(decoding: JSONText.encode(report), as: UTF8.self),
      at: .argument("--record")
    )
    _ = try request.session.change { (writer, moment) throws(DiagnosticError) in
      _ = try writer.addNumbered(
        Verification(
          id: 0,
          wafer: measured.wafer.code,
          layout: measured.layout.sha256,
          at: moment,
          actor: writer.actor,
          verdict: report.verdict.rawValue,
          report: json
        )
      )
      return StoreRemarks()
    }
  }

  private static func summary(_ measured: MeasuredWafer) -> VerifyReport.Measured {
    VerifyReport.Measured(
      wafer: measured.wafer.code,
      lot: measured.wafer.lot,
      deviceValues: measured.valueCount,
      isGenerated: measured.isGenerated,
      knowsFilms: measured.films.isKnown,
      deadPcus: measured.dead.count,
      unjudgedPcus: measured.unjudged,
      binPass: measured.pass
    )
  }

  /// The network that is asked for.
  private func networkFile() throws(DiagnosticError) -> NetworkFile? {
    guard let name = request.network else { return nil }
    return try NetworkFile(path: files.network(name))
  }

  private static func ruleStep(_ results: [RuleResult]) -> VerifyReport.Step {
    let findings = results.reduce(0) { $0 + $1.verdict.findings.count }
    let notRun = results.count { result in
      if case .notRun = result.verdict { true } else { false }
    }
    let clean = results.count { $0.verdict.findings.isEmpty } - notRun
    var summary = "\(clean) of \(results.count) rules clean, \(findings) findings"
    if notRun > 0 { summary += ", \(notRun) not run" }
    return VerifyReport.Step(
      id: "rules",
      verdict: findings > 0 ? .fail : (notRun == results.count ? .notRun : .pass),
      summary: summary
    )
  }

  private static func extractionStep(
    _ layout: LayoutUnderTest,
    _ units: PlaceableUnits
  ) -> VerifyReport.Step {
    let wafer = layout.extracted
    let findings = wafer.findings.count
    return VerifyReport.Step(
      id: "extraction",
      verdict: findings > 0 ? .fail : .pass,
      summary: "\(wafer.devices.count) devices on \(wafer.nets.count) nets, "
        + "\(wafer.crossings.count) insulated crossings, \(findings) parasitics; "
        + "\(units.pcus.count) PCUs usable, \(units.unusable.count) not"
    )
  }

  private static func comparisonStep(_ layout: LayoutUnderTest) -> VerifyReport.Step {
    guard let comparison = layout.comparison?.result else {
      return VerifyReport.Step(
        id: "lvs",
        verdict: .notRun,
        summary: "no floor plan says what is meant"
      )
    }
    return VerifyReport.Step(
      id: "lvs",
      verdict: comparison.matches ? .pass : .fail,
      summary: comparison.matches
        ? "the circuit is the one that is meant"
        : "\(comparison.differences.count) differences from the schematic"
    )
  }

  /// The switch plans of the operators that are placed, each on its first placement.
  private func switchPlans(
    _ studies: OperatorStudies,
    _ units: PlaceableUnits,
    _ layout: LayoutUnderTest
  ) -> [SwitchPlan] {
    studies.placements.compactMap { placement in
      guard let seats = placement.seats.first else { return nil }
      let sites = seats.compactMap { PCUContacts(units.instances[$0], in: layout.extracted) }
      guard sites.count == seats.count else { return nil }
      return SwitchPlan(
        placement.name,
        sites: sites,
        neighbours: units.neighbours(of: placement)
          .compactMap { PCUContacts(units.instances[$0], in: layout.extracted) },
        matrix: request.matrix
      )
    }
  }

  private func tooManyContacts(_ plan: SwitchPlan) -> Diagnostic {
    Diagnostic(
      .outOfRange,
      severity: .warning,
      at: .argument("--matrix"),
      "\(plan.steps.first?.operation ?? "an operator") needs \(plan.contacts.count) contacts; the "
        + "matrix connects \(request.matrix.contactLimit)",
      fixes: ["name a larger matrix, for instance --matrix 6x16"]
    )
  }
}

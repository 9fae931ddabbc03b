import FabDiagnostics
import FabStore

/// What the store knows of the subject of a report.
struct ReportData {
  /// What the report is about.
  let subject: ReportSubject
  /// The lots of the wafers.
  let lots: [Lot]
  /// The wafers.
  let wafers: [ReportWafer]
  /// The runs that the wafers went through, or the run alone, in the order in which they began.
  let runs: [RunRecord]
  /// What was measured on them, films first.
  let quantities: [ReportQuantity]
  /// Layouts of the wafers.
  let layouts: [LayoutVersion]
  /// Holds on all of these, also released ones.
  let holds: [Hold]
  /// Points of these wafers that broke a rule.
  let events: [ControlEvent]
  /// The newest frozen limits of means, by name of the quantity.
  let limits: [String: ControlLimitsEntry]
  /// All sets of each quantity in the order in which they were measured, also those of other lots.
  let history: [String: [MeasurementSet]]
  /// The head of the audit.
  let audit: AuditVerdict

  init(_ subject: ReportSubject, from reader: StoreReader) throws(DiagnosticError) {
    self.subject = subject
    let codes = try Self.wafers(of: subject, reader)
    let wafers = try codes.map { (code) throws(DiagnosticError) in
      try ReportWafer(try reader.named(Wafer.self, code), from: reader)
    }
    self.wafers = wafers
    var lotCodes = wafers.map(\.wafer.lot)
    if case .lot(let code) = subject { lotCodes.insert(code, at: 0) }
    lots = try Self.unique(lotCodes)
      .map { (code) throws(DiagnosticError) in try reader.named(Lot.self, code) }
    runs = try Self.runs(of: subject, codes, reader)
    layouts = try Self.unique(wafers.compactMap(\.wafer.layout))
      .map { (hash) throws(DiagnosticError) in try reader.named(LayoutVersion.self, hash) }
    quantities = try Self.quantities(wafers, reader)
    let things: [(String, [String])] = [
      ("lot", lots.map(\.code)), ("wafer", codes), ("run", runs.map(\.run.code)),
      ("equipment", runs.map(\.run.equipment)),
      ("material-lot", runs.flatMap { $0.steps.flatMap(\.uses).map(\.materialLot) }),
    ]
    holds = try reader.all(Hold.self)
      .filter { hold in things.contains { $0.0 == hold.entity && $0.1.contains(hold.code) } }
    let sets = Set(wafers.flatMap { $0.sets.map(\.id) })
    events = try reader.all(ControlEvent.self).filter { sets.contains($0.measurement) }
    var limits: [String: ControlLimitsEntry] = [:]
    var history: [String: [MeasurementSet]] = [:]
    for quantity in quantities where quantity.component.isEmpty {
      limits[quantity.name] =
        try reader.all(
          ControlLimitsEntry.self,
          where: [
            "characteristic": .text(quantity.characteristic),
            "component": .text(quantity.component), "statistic": .text("mean"),
            "chart": .text("i-mr"),
          ]
        )
        .max { $0.version < $1.version }
      history[quantity.name] =
        try reader.measurementSets(
          characteristic: quantity.characteristic,
          component: quantity.component
        )
        .filter { $0.mean != nil }
    }
    self.limits = limits
    self.history = history
    audit = try reader.verifyAudit()
  }

  /// Whether any value was computed instead of measured.
  var isGenerated: Bool { wafers.contains(where: \.isGenerated) }

  /// The word for tables and titles of what isn't measured; empty where all is.
  var mark: String { isGenerated ? " (generated data)" : "" }

  // MARK: - Asking

  private static func unique(_ texts: [String]) -> [String] {
    var result: [String] = []
    for text in texts where !result.contains(text) { result.append(text) }
    return result
  }

  private static func wafers(
    of subject: ReportSubject,
    _ reader: StoreReader
  ) throws(DiagnosticError) -> [String] {
    switch subject {
    case .lot(let code):
      _ = try reader.named(Lot.self, code)
      return try reader.all(Wafer.self, where: ["lot": .text(code)]).map(\.code)
    case .wafer(let code): return [try reader.named(Wafer.self, code).code]
    case .run(let code):
      _ = try reader.named(Run.self, code)
      return try reader.all(RunWafer.self, where: ["run": .text(code)]).map(\.wafer)
    }
  }

  private static func runs(
    of subject: ReportSubject,
    _ wafers: [String],
    _ reader: StoreReader
  ) throws(DiagnosticError) -> [RunRecord] {
    if case .run(let code) = subject { return [try RunRecord(code, from: reader)] }
    let codes = Set(
      try reader.all(RunWafer.self).filter { wafers.contains($0.wafer) }.map(\.run)
    )
    return try codes.sorted()
      .map { (code) throws(DiagnosticError) in try RunRecord(code, from: reader) }
      .sorted { ($0.run.startedAt, $0.run.code) < ($1.run.startedAt, $1.run.code) }
  }

  private static func quantities(
    _ wafers: [ReportWafer],
    _ reader: StoreReader
  ) throws(DiagnosticError) -> [ReportQuantity] {
    let known = Dictionary(
      try reader.all(Characteristic.self).map { ($0.code, $0) }
    ) { first, _ in first }
    var found: [ReportQuantity] = []
    for set in wafers.flatMap(\.sets) where set.n > 0 {
      let characteristic = known[set.characteristic]
      let unit = characteristic?.unit ?? ""
      let quantity = ReportQuantity(
        characteristic: set.characteristic,
        component: set.component,
        title: characteristic?.title ?? set.characteristic,
        unit: unit == "1" ? "" : unit
      )
      if !found.contains(quantity) { found.append(quantity) }
    }
    // Films first, then component by component; each in the order in which it was measured.
    let components = [""] + ComponentName.allCases.map(\.rawValue)
    return components.flatMap { component in found.filter { $0.component == component } }
      + found.filter { !components.contains($0.component) }
  }
}

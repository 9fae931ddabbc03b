public import FabDiagnostics
import FabQuality
import FabReports
import FabStore

/// What `yield show`, `yield pareto` and `yield joint` do.
public struct YieldJobs {
  let session: StoreSession
  let selection: MeasurementSelection
  let files: OutputChoice

  /// Creates jobs about the wafers of a lot, some wafers, or all.
  public init(session: StoreSession, selection: MeasurementSelection, files: OutputChoice) {
    self.session = session
    self.selection = selection
    self.files = files
  }

  func reading() throws(DiagnosticError) -> YieldReading {
    try files.check()
    return try session.read { (reader) throws(DiagnosticError) in
      try YieldReading(selection, database: session.database, from: reader)
    }
  }

  /// The part of PCUs that a name means.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-component`.
  static func subject(_ name: String) throws(DiagnosticError) -> BinSubject {
    let known = BinSubject.allCases.map(\.rawValue)
    if let found = BinSubject.allCases.first(where: { $0.rawValue == name.uppercased() }) {
      return found
    }
    throw DiagnosticError(
      Diagnostic(
        .unknownComponent,
        at: .argument("--component"),
        "a PCU has no component '\(name)'\(NearMiss.question(for: name, among: known))",
        notes: [.init("there are \(known.joined(separator: ", "))")]
      )
    )
  }

  // MARK: - Show

  /// Yields by groups, with their intervals.
  ///
  /// - Throws: A ``DiagnosticError`` with `no-measurement` where nothing was binned.
  public func show(by group: YieldGroup, component: String) throws(DiagnosticError) -> CommandOutput
  {
    let subject = try Self.subject(component)
    let reading = try reading()
    let (rows, homogeneity) = try rows(reading, by: group, of: subject)
    let report = YieldReport(
      title: reading.title,
      by: group.rawValue,
      component: group == .component ? nil : subject.rawValue,
      isGenerated: reading.isGenerated,
      rows: rows,
      homogeneity: homogeneity.map(YieldReport.Homogeneity.init)
    )
    let written = try files.write {
      BinMaps(reading: reading).svg
    } csv: {
      Array(report.csv.utf8)
    }
    return CommandOutput(
      text: report.text + written,
      json: JSONText.encode(report),
      messages: reading.messages
    )
  }

  private func rows(
    _ reading: YieldReading,
    by group: YieldGroup,
    of subject: BinSubject
  ) throws(DiagnosticError) -> ([YieldReport.Row], HomogeneityTest?) {
    let units = reading.units
    let grouping: YieldGrouping
    switch group {
    case .component:
      let rows = BinSubject.allCases.map {
        YieldReport.Row($0.rawValue, YieldCount(of: $0, in: units))
      }
      // Components of one PCU share its fate: their counts aren't independent, and no test of them is made.
      return (rows, nil)
    case .array: grouping = .array
    case .ring: grouping = .ring
    case .quadrant: grouping = .quadrant
    case .wafer: grouping = .wafer
    case .lot: grouping = .lot
    }
    let table = try QualityError.explained(at: .file(session.database), of: "PCUs") {
      () throws(QualityError) in
      try YieldTable(units, of: subject, by: grouping, radius: reading.radius)
    }
    let rows = table.rows.map { YieldReport.Row($0.name, $0.count) }
    return (rows + [YieldReport.Row("all", table.total)], table.homogeneity)
  }

  // MARK: - Pareto

  /// Failing bins by how often they occur.
  ///
  /// - Throws: A ``DiagnosticError`` with `no-measurement` where nothing was binned.
  public func pareto(component: String) throws(DiagnosticError) -> CommandOutput {
    let subject = try Self.subject(component)
    let reading = try reading()
    let pareto = BinPareto(of: subject, in: reading.units)
    let report = ParetoReport(
      title: reading.title,
      component: subject.rawValue,
      isGenerated: reading.isGenerated,
      bins: pareto.rows.map(ParetoReport.Row.init)
    )
    let written = try files.write {
      ChartPanel.pareto(
        ParetoChart(
          title: "Failing bins of \(subject.rawValue), \(reading.place)",
          kind: "failing bin",
          categories: pareto.rows.map {
            ParetoChart.Category("\($0.code) \($0.name)", count: $0.count)
          },
          remark: reading.isGenerated ? "generated values" : ""
        )
      )
      .svg()
    } csv: {
      Array(report.csv.utf8)
    }
    return CommandOutput(
      text: report.text + written,
      json: JSONText.encode(report),
      messages: reading.messages
    )
  }

  // MARK: - Joint

  /// PCUs whose components are all good, beside the product of the components' yields.
  ///
  /// - Throws: A ``DiagnosticError`` with `no-measurement` where fewer than two PCUs were judged.
  public func joint() throws(DiagnosticError) -> CommandOutput {
    let reading = try reading()
    let joint = try QualityError.explained(at: .file(session.database), of: "judged PCUs") {
      () throws(QualityError) in try JointYield(reading.units)
    }
    let report = JointReport(joint, title: reading.title, isGenerated: reading.isGenerated)
    return CommandOutput(
      text: report.text,
      json: JSONText.encode(report),
      messages: reading.messages
    )
  }
}

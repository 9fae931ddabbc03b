import FabDiagnostics
import FabQuality
import FabReports
import FabStore

/// A report as blocks in the order of reading, and the figures among them.
struct ReportContent {
  /// The page.
  private(set) var report: HTMLReport
  /// The figures in their order.
  private(set) var figures: [ReportFigure] = []
  /// Whether values were computed instead of measured.
  let isGenerated: Bool

  /// The most quantities that get pictures unless some are chosen [ours]; tables have all.
  private static let pictured = 20

  /// Composes a report.
  ///
  /// - Parameters:
  ///   - data: What the store knows.
  ///   - chosen: The quantities that get pictures, such as `ideality` or `D1.ideality`; empty for all.
  ///   - reader: The store, for the genealogy.
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` for a chosen quantity that nothing was measured of.
  init(
    _ data: ReportData,
    chosen: [String] = [],
    from reader: StoreReader
  ) throws(DiagnosticError) {
    try Self.check(chosen, data)
    isGenerated = data.isGenerated
    report = HTMLReport(
      title: "Report of \(data.subject.text)" + (data.isGenerated ? ": generated data" : ""),
      subtitles: Self.subtitles(data)
    )
    let tables = ReportTables(data: data)
    if data.isGenerated {
      add(.verdict(.warning, "values of this report were computed by models, not measured"))
    }
    if data.audit.findings.isEmpty {
      add(.verdict(.passed, "the audit is whole: \(data.audit.entries) entries"))
    } else {
      add(.verdict(.failed, "the audit is broken: run 'pcu-fab audit verify'"))
    }
    add(tables.wafers)
    addBins(data, tables)
    addMeasurements(data, tables, chosen)
    addRuns(data, tables)
    add(.heading("Holds", level: 2))
    add(data.holds.isEmpty ? .paragraph("Nothing of this was ever on hold.") : tables.holds)
    add(.heading("Out-of-control events", level: 2))
    add(
      data.events.isEmpty
        ? .paragraph("None is recorded; 'pcu-fab spc chart' finds them against frozen limits.")
        : tables.events
    )
    add(.heading("Genealogy", level: 2))
    add(try ReportGenealogy(data, from: reader).figure)
    add(.heading("Hashes", level: 2))
    add(tables.hashes)
  }

  private static func subtitles(_ data: ReportData) -> [String] {
    var lines = [
      "\(data.wafers.count) wafers, \(data.runs.count) runs, \(Tool.name) \(Tool.version)"
    ]
    lines += data.lots.map { lot in
      "lot \(lot.code)" + (lot.title.map { ", \($0)" } ?? "") + ", \(lot.state)"
    }
    if let run = data.runs.last?.run { lines.append("last run \(run.code), \(run.state)") }
    return lines
  }

  private mutating func add(_ block: HTMLBlock) { report.blocks.append(block) }

  private mutating func add(_ figure: ReportFigure) {
    figures.append(figure)
    report.blocks.append(.drawing(figure.svg, caption: figure.caption))
  }

  /// Says what is missing and which command makes it.
  private mutating func miss(_ text: String) { add(.verdict(.notRun, text)) }

  private mutating func addBins(_ data: ReportData, _ tables: ReportTables) {
    let maps = ReportMaps(data: data)
    let charts = ReportCharts(data: data)
    add(.heading("Bins and yields", level: 2))
    for one in data.wafers where one.bins == nil {
      miss("\(one.wafer.code) has no bins; sort it with 'pcu-fab yield bin \(one.wafer.code)'")
    }
    if data.wafers.isEmpty { miss("there are no wafers; add some with 'pcu-fab wafer add'") }
    for one in data.wafers where one.bins != nil && one.outline == nil {
      miss("\(one.wafer.code) can't be drawn: its diameter is that of no standard wafer")
    }
    if let gallery = maps.binGallery { add(gallery) }
    for figure in maps.binFigures { add(figure) }
    let units = charts.units
    guard !units.isEmpty else { return }
    for block in tables.yields(units) { add(block) }
    for subject in BinSubject.allCases.reversed() {
      if let figure = charts.pareto(subject, units) { add(figure) }
    }
  }

  private static func check(_ chosen: [String], _ data: ReportData) throws(DiagnosticError) {
    let names = data.quantities.map(\.name)
    let known = Set(names + data.quantities.map(\.characteristic))
    guard let strange = chosen.first(where: { !known.contains($0) }) else { return }
    throw DiagnosticError(
      Diagnostic(
        .unknownEntry,
        at: .argument("--characteristic"),
        "nothing was measured of '\(strange.prefix(60))' on \(data.subject.text)"
          + NearMiss.question(for: strange, among: known.sorted()),
        notes: [.init("there are \(names.joined(separator: ", "))")]
      )
    )
  }

  private mutating func addMeasurements(
    _ data: ReportData,
    _ tables: ReportTables,
    _ chosen: [String]
  ) {
    let maps = ReportMaps(data: data)
    let charts = ReportCharts(data: data)
    add(.heading("Measurements", level: 2))
    for one in data.wafers where one.sets.isEmpty {
      miss(
        "nothing was measured on \(one.wafer.code); import a table with 'pcu-fab measure import'"
      )
    }
    var pictured = 0
    var cut: [String] = []
    for quantity in data.quantities {
      add(.heading(quantity.heading, level: 3))
      add(tables.measurements(quantity))
      if chosen.isEmpty {
        guard pictured < Self.pictured else {
          cut.append(quantity.name)
          continue
        }
        pictured += 1
      } else if !chosen.contains(quantity.name), !chosen.contains(quantity.characteristic) {
        continue
      }
      if let figure = maps.gallery(quantity) { add(figure) }
      if let figure = charts.boxes(quantity) { add(figure) }
      guard quantity.component.isEmpty else { continue }
      if let chart = charts.control(quantity) {
        add(chart.figure)
        if data.limits[quantity.name] == nil { miss(chart.remark) }
      } else {
        miss("a control chart takes two sets or more of \(quantity.heading)")
      }
    }
    if !cut.isEmpty {
      add(
        .paragraph(
          "The first \(Self.pictured) quantities have pictures; choose others with --characteristic: "
            + "\(cut.joined(separator: ", "))."
        )
      )
    }
  }

  private mutating func addRuns(_ data: ReportData, _ tables: ReportTables) {
    add(.heading("Runs", level: 2))
    if data.runs.isEmpty { miss("there is no run; start one with 'pcu-fab run start'") }
    if data.runs.contains(where: { $0.steps.contains { $0.actual != nil } }) {
      add(tables.deviations)
    }
    for record in data.runs {
      let sheet = RunSheet(record)
      let unrecorded = record.steps.count { $0.actual == nil }
      if unrecorded > 0 {
        miss(
          "\(unrecorded) of \(record.steps.count) steps of run \(record.run.code) aren't recorded; "
            + "record them with 'pcu-fab run step \(record.run.code) STEP'"
        )
      }
      add(
        ReportFigure(
          name: "run-\(record.run.code)",
          svg: RunSheetPicture(sheet).svg(),
          caption: "the sheet of run \(record.run.code)"
        )
      )
    }
  }
}

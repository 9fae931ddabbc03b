public import FabDiagnostics
import FabExchange
import FabReports
import FabStore

/// What `measure show` does: a set with its values, as text, table or picture.
public struct MeasurementShowJob {
  private let session: StoreSession
  private let number: Int64
  private let files: OutputChoice

  /// Creates a job.
  public init(session: StoreSession, number: Int64, files: OutputChoice) {
    self.session = session
    self.number = number
    self.files = files
  }

  /// Shows the set.
  ///
  /// - Throws: A ``DiagnosticError`` if there is no such set, or its values aren't those that were stored.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let report = try session.read { (reader) throws(DiagnosticError) in try loaded(from: reader) }
    let text =
      Self.text(report)
      + (try files.write(svg: { Self.picture(report) }, csv: { Self.table(report) }))
    return CommandOutput(text: text, json: JSONText.encode(report))
  }

  private func loaded(from reader: StoreReader) throws(DiagnosticError) -> MeasurementSetReport {
    guard let set = try reader.find(MeasurementSet.self, .integer(number)) else {
      throw DiagnosticError(
        Diagnostic(
          .unknownEntry,
          at: .file(session.database),
          "there is no measurement set \(number)",
          fixes: ["list them with 'pcu-fab measure list'"]
        )
      )
    }
    let characteristic = try reader.named(Characteristic.self, set.characteristic)
    let wafer = try reader.named(Wafer.self, set.wafer)
    let sites = try wafer.layout.map { (layout) throws(DiagnosticError) in
      try reader.all(LayoutSite.self, where: ["layout": .text(layout)])
    }
    let places = Dictionary((sites ?? []).map { ($0.id, $0) }) { first, _ in first }
    let curves = try reader.all(CurveSource.self, where: ["measurement": .integer(number)])
    let sources = Dictionary(curves.map { ($0.n, $0) }) { first, _ in first }
    let values = try reader.values(of: set).enumerated()
      .map { index, value in
        let site = value.site.flatMap { places[$0] }
        let flags = value.flags.text
        return MeasurementSetReport.Value(
          n: index + 1,
          site: site?.label,
          xMm: Double(site.map { $0.xUm } ?? Int(value.xUm ?? 0)) / 1000,
          yMm: Double(site.map { $0.yUm } ?? Int(value.yUm ?? 0)) / 1000,
          value: value.value,
          u: value.u,
          flags: flags.isEmpty ? [] : flags.split(separator: ", ").map(String.init),
          curve: sources[index + 1]
            .map { .init(kind: $0.kind, sourceFile: $0.sourceFile, part: $0.part) }
        )
      }
    return MeasurementSetReport(
      set: set,
      unit: characteristic.unit,
      method: characteristic.method,
      standardDeviation: set.standardDeviation,
      values: values
    )
  }

  private static func text(_ report: MeasurementSetReport) -> String {
    let set = report.set
    let name = set.component.isEmpty ? set.characteristic : "\(set.component).\(set.characteristic)"
    var text =
      "set \(set.id): \(name) of \(set.wafer), \(set.measuredAt.text) by \(set.operatorName)"
    text += set.generated != 0 ? ", generated\n" : "\n"
    if !report.method.isEmpty { text += "method: \(report.method)\n" }
    if let run = set.run { text += "after run \(run)\n" }
    if let equipment = set.equipment { text += "instrument: \(equipment)\n" }
    if let old = set.supersedes { text += "corrects set \(old)\n" }
    text += "\(set.n) values, \(set.missing) missing"
    if let mean = set.mean {
      text += ", mean \(EngineeringText.plain(mean, digits: 7))"
      if let sd = report.standardDeviation {
        text += ", sd \(EngineeringText.plain(sd, digits: 3))"
      }
      text += report.unit == "1" ? "" : " \(report.unit)"
    }
    text += "\n\n"
    var table = TextTable([
      ("n", .right), ("site", .left), ("x (mm)", .right), ("y (mm)", .right),
      ("value", .right), ("u", .right), ("unit", .left), ("", .left),
    ])
    table.rows = report.values.map { value in
      [
        "\(value.n)", value.site ?? "",
        EngineeringText.plain(value.xMm, digits: 6), EngineeringText.plain(value.yMm, digits: 6),
        value.value.map { EngineeringText.plain($0, digits: 7) } ?? "none",
        value.u.map { EngineeringText.plain($0, digits: 2) } ?? "-",
        report.unit == "1" ? "" : report.unit,
        (value.flags + (value.curve.map { ["\($0.kind) \($0.sourceFile.prefix(12))"] } ?? []))
          .joined(separator: ", "),
      ]
    }
    return text + table.text
  }

  /// The values as a table of sites, which 'measure import' takes with their flags.
  private static func table(_ report: MeasurementSetReport) -> [UInt8] {
    let set = report.set
    let columns: [TableColumn] = [
      TableColumn("wafer"), TableColumn("site"), TableColumn("x (mm)", .number),
      TableColumn("y (mm)", .number), TableColumn("component"), TableColumn("characteristic"),
      TableColumn("value", .number), TableColumn("u", .number), TableColumn("unit"),
      TableColumn("time"), TableColumn("flags"),
    ]
    return TableText(
      columns: columns,
      rows: report.values.map { value in
        [
          .text(set.wafer), value.site.map(TableCell.text) ?? .empty, .number(value.xMm),
          .number(value.yMm), set.component.isEmpty ? .empty : .text(set.component),
          .text(set.characteristic), value.value.map(TableCell.number) ?? .empty,
          value.u.map(TableCell.number) ?? .empty, .text(report.unit), .text(set.measuredAt.text),
          // Commas separate the cells.
          value.flags.isEmpty ? .empty : .text(value.flags.joined(separator: "; ")),
        ]
      }
    )
    .bytes()
  }

  private static func picture(_ report: MeasurementSetReport) -> [UInt8] {
    let measured = report.values.filter { $0.value != nil }
    return ChartPage(
      title: "Measurement set \(report.set.id)",
      subtitles: [
        "\(report.set.characteristic) \(report.set.component) of \(report.set.wafer), "
          + "\(report.set.measuredAt.text)\(report.set.generated != 0 ? ", generated" : "")",
        report.method,
      ]
      .filter { !$0.isEmpty },
      rows: [
        [
          .line(
            LineChart(
              title: report.set.characteristic,
              x: ChartAxis("distance from the centre", unit: "mm"),
              y: ChartAxis(
                report.set.characteristic,
                unit: report.unit == "1" ? "" : report.unit
              ),
              series: [
                ChartSeries(
                  "values",
                  points: measured.map {
                    ChartPoint(
                      ($0.xMm * $0.xMm + $0.yMm * $0.yMm).squareRoot(),
                      $0.value ?? .nan
                    )
                  },
                  drawing: .points
                )
              ],
              references: report.set.mean.map { [ChartReference("mean", at: $0, on: .vertical)] }
                ?? []
            )
          )
        ]
      ],
      panelWidth: 150,
      panelHeight: 78
    )
    .svg()
  }
}

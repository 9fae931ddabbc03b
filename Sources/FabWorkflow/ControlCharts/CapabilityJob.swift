public import FabDiagnostics
import FabQuality
import FabReports
import FabStore

/// What `spc capability` does: the spread of a characteristic against its newest specification.
public struct CapabilityJob {
  /// What is held against the specification.
  public enum Grouping: String, CaseIterable, Sendable {
    /// The mean of each set.
    case wafer
    /// Every value, the sets as subgroups.
    case site
  }

  /// Which sets.
  public var selection = MeasurementSelection()
  /// What is held against the specification.
  public var grouping = Grouping.wafer

  private let session: StoreSession
  private let characteristic: String
  private let component: String
  private let files: OutputChoice

  /// Creates a job.
  public init(
    session: StoreSession,
    characteristic: String,
    component: String,
    files: OutputChoice
  ) {
    self.session = session
    self.characteristic = characteristic
    self.component = component
    self.files = files
  }

  private struct Reading {
    let series: ControlSeries
    let specification: Specification
    let subgroups: [[Double]]
    let lots: [String]
  }

  /// Computes the indices.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` without a specification, `no-measurement` for too few values.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let reading = try session.read { (reader) throws(DiagnosticError) in try read(reader) }
    let report = try QualityError.explained(at: .file(session.database), of: "values") {
      () throws(QualityError) in
      try FabQuality.CapabilityReport(
        reading.subgroups,
        specification: SpecificationLimits(
          lower: reading.specification.lower,
          upper: reading.specification.upper
        )
      )
    }
    let table = CapabilityTable(
      report,
      series: reading.series,
      specification: reading.specification,
      grouping: grouping
    )
    let written = try files.write {
      picture(reading)
    } csv: {
      Array(table.csv.utf8)
    }
    return CommandOutput(
      text: table.text + written,
      json: JSONText.encode(table.summary),
      messages: reading.series.messages
    )
  }

  private func read(_ reader: StoreReader) throws(DiagnosticError) -> Reading {
    let series = try ControlSeries(
      ControlSubject(characteristic: characteristic, component: component),
      selection: selection,
      from: reader
    )
    guard
      let specification =
        try reader.all(
          Specification.self,
          where: ["characteristic": .text(characteristic)]
        )
        .max(by: { $0.version < $1.version })
    else {
      throw DiagnosticError(
        Diagnostic(
          .unknownEntry,
          at: .file(session.database),
          "there is no specification of '\(characteristic)'",
          fixes: [
            "state one with 'pcu-fab measure characteristic \(characteristic) --lower … --upper … --source …'"
          ]
        )
      )
    }
    var subgroups: [[Double]] = []
    var lots: [String] = []
    for point in series.points {
      lots.append(try reader.named(Wafer.self, point.set.wafer).lot)
      switch grouping {
      case .wafer: subgroups.append(point.values)
      case .site:
        subgroups.append(
          try reader.values(of: point.set)
            .filter { !$0.flags.contains(.excluded) }.compactMap(\.value)
        )
      }
    }
    return Reading(
      series: series,
      specification: specification,
      subgroups: subgroups,
      lots: lots
    )
  }

  private func picture(_ reading: Reading) -> [UInt8] {
    var groups: [BoxPlot.Group] = []
    for (lot, values) in zip(reading.lots, reading.subgroups) {
      if let index = groups.firstIndex(where: { $0.name == lot }) {
        groups[index].values += values
      } else {
        groups.append(BoxPlot.Group(lot, values: values))
      }
    }
    let specification = reading.specification
    let references = [
      ("lowest accepted", specification.lower), ("target", specification.target),
      ("highest accepted", specification.upper),
    ]
    let series = reading.series
    let unit = series.characteristic.unit
    return
      ChartPanel.box(
        BoxPlot(
          title: "\(series.characteristic.title ?? characteristic)"
            + (component.isEmpty ? "" : " of \(component)") + " by lot",
          grouping: "lot",
          quantity: ChartAxis(
            grouping == .wafer ? "mean of each set" : "value",
            unit: unit == "1" ? "" : unit
          ),
          groups: groups,
          references: references.compactMap { name, value in
            value.map {
              ChartReference(
                name,
                at: $0,
                on: .vertical,
                color: name == "target" ? .green : .vermilion
              )
            }
          },
          remark: series.isGenerated ? "with generated values" : ""
        )
      )
      .svg(width: 160, height: 100)
  }
}

import FabDiagnostics
import FabStore

/// An out-of-control event with what it is about, for people and programs.
struct ControlEventRow: Encodable {
  let event: Int64
  let characteristic: String
  let component: String
  let statistic: String
  let chart: String
  let version: Int
  let set: Int64
  let wafer: String
  let isGenerated: Bool
  let measuredAt: String
  let rule: String
  let detail: String
  let foundAt: String
  let acknowledgedBy: String?
  let acknowledgedAt: String?
  let cause: String?
  let action: String?

  var isOpen: Bool { acknowledgedBy == nil }
  /// What was measured, as people write it.
  var name: String { component.isEmpty ? characteristic : "\(component).\(characteristic)" }

  /// Reads what an event is about.
  ///
  /// - Throws: A ``DiagnosticError`` with `damaged-database` if its limits or its set are gone.
  init(_ event: ControlEvent, from reader: StoreReader) throws(DiagnosticError) {
    guard let limits = try reader.find(ControlLimitsEntry.self, .integer(event.limits)),
      let set = try reader.find(MeasurementSet.self, .integer(event.measurement))
    else {
      throw DiagnosticError(
        Diagnostic(.damagedDatabase, "event \(event.id) is about something that isn't there")
      )
    }
    self.event = event.id
    characteristic = limits.characteristic
    component = limits.component
    statistic = limits.statistic
    chart = limits.chart
    version = limits.version
    self.set = set.id
    wafer = set.wafer
    isGenerated = set.generated != 0
    measuredAt = set.measuredAt.text
    rule = event.rule
    detail = event.detail
    foundAt = event.foundAt.text
    acknowledgedBy = event.acknowledgedBy
    acknowledgedAt = event.acknowledgedAt?.text
    cause = event.cause
    action = event.action
  }

  /// The table of some events.
  static func table(_ rows: [ControlEventRow]) -> String {
    var table = TextTable([
      ("event", .right), ("characteristic", .left), ("chart", .left), ("set", .right),
      ("wafer", .left), ("measured at", .left), ("rule", .left), ("what", .left), ("state", .left),
    ])
    table.rows = rows.map { row in
      [
        "\(row.event)", row.name, "\(row.chart) v\(row.version)", "\(row.set)",
        row.wafer + (row.isGenerated ? " (generated)" : ""),
        String(row.measuredAt.prefix(16)), row.rule, row.detail,
        row.acknowledgedBy.map { "\($0): \(row.cause ?? ""); \(row.action ?? "")" } ?? "open",
      ]
    }
    return table.text
  }
}

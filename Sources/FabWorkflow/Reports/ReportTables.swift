import FabDiagnostics
import FabNumerics
import FabQuality
import FabReports
import FabStore

/// The tables of a report.
struct ReportTables {
  let data: ReportData

  private func number(_ value: Double?, digits: Int = 5) -> HTMLCell {
    .text(value.map { EngineeringText.plain($0, digits: digits) } ?? "–")
  }

  /// The wafers with their states.
  var wafers: HTMLBlock {
    .table(
      HTMLTable(
        caption: "Wafers\(data.mark)",
        columns: [
          .init("wafer"), .init("lot"), .init("state"), .init("substrate"),
          .init("diameter in mm", isNumeric: true), .init("layout"), .init("values"),
        ],
        rows: data.wafers.map { one in
          let layout = data.layouts.first { $0.sha256 == one.wafer.layout }
          return [
            .text(one.wafer.code), .text(one.wafer.lot), .text(one.wafer.state),
            .text(one.wafer.substrate), number(one.wafer.diameterMm),
            .text(layout.map { "\($0.name) \($0.sha256.prefix(12))" } ?? "none"),
            .text(one.sets.isEmpty ? "none" : one.isGenerated ? "generated" : "measured"),
          ]
        }
      )
    )
  }

  /// Count, mean and spread of a quantity by wafer.
  func measurements(_ quantity: ReportQuantity) -> HTMLBlock {
    let unit = quantity.unit.isEmpty ? "" : " in \(quantity.unit)"
    let rows = data.wafers.flatMap { one in
      one.sets.filter { ReportWafer.name(of: $0) == quantity.name }
        .map { set -> [HTMLCell] in
          [
            .text(one.wafer.code), .text("\(set.n)"), .text("\(set.missing)"), number(set.mean),
            number(set.standardDeviation, digits: 3), number(set.low), number(set.high),
            .text(String(set.measuredAt.text.prefix(16)) + "Z"), .text(set.run ?? "–"),
            .text(set.generated != 0 ? "generated" : "measured"),
          ]
        }
    }
    return .table(
      HTMLTable(
        caption: quantity.heading + data.mark,
        columns: [
          .init("wafer"), .init("n", isNumeric: true), .init("missing", isNumeric: true),
          .init("mean\(unit)", isNumeric: true), .init("sd (n - 1)\(unit)", isNumeric: true),
          .init("lowest\(unit)", isNumeric: true), .init("highest\(unit)", isNumeric: true),
          .init("measured at"), .init("after run"), .init("values"),
        ],
        rows: rows
      )
    )
  }

  /// Yields with Wilson's intervals: of each subject by wafer, and of PCUs by ring and array.
  func yields(_ units: [YieldUnit]) -> [HTMLBlock] {
    let radius =
      data.wafers.map { $0.wafer.diameterMm / 2 - $0.wafer.edgeExclusionMm }.max() ?? 0
    guard radius > 0 else { return [] }
    var rows: [[HTMLCell]] = []
    func add(_ subject: BinSubject, _ group: String, _ count: YieldCount) {
      let range = count.interval()?.range
      rows.append([
        .text(subject.rawValue), .text(group), .text("\(count.good)"), .text("\(count.tested)"),
        .text("\(count.skipped)"), number(count.share.map { 100 * $0 }, digits: 4),
        .text(
          range.map {
            "\(EngineeringText.plain(100 * $0.lowerBound, digits: 3)) to "
              + EngineeringText.plain(100 * $0.upperBound, digits: 3)
          } ?? "–"
        ),
      ])
    }
    for subject in BinSubject.allCases.reversed() {
      guard let table = try? YieldTable(units, of: subject, by: .wafer, radius: radius) else {
        continue
      }
      for row in table.rows { add(subject, row.name, row.count) }
      if table.rows.count > 1 { add(subject, "all", table.total) }
    }
    for (grouping, word) in [(YieldGrouping.ring, "ring"), (.array, "array")] {
      guard let table = try? YieldTable(units, of: .unit, by: grouping, radius: radius) else {
        continue
      }
      for row in table.rows { add(.unit, "\(word) \(row.name)", row.count) }
    }
    return [
      .table(
        HTMLTable(
          caption: "Yields\(data.mark)",
          columns: [
            .init("of"), .init("group"), .init("good", isNumeric: true),
            .init("tested", isNumeric: true), .init("not judged", isNumeric: true),
            .init("yield in %", isNumeric: true), .init("95 % interval (Wilson)", isNumeric: true),
          ],
          rows: rows
        )
      ),
      .paragraph(
        "Units that weren't judged are not in the denominator. Rings are thirds of the usable radius of "
          + "\(EngineeringText.plain(radius, digits: 4)) mm."
      ),
    ]
  }

  /// Planned against actual of all runs, what deviates first.
  var deviations: HTMLBlock {
    var rows: [(Double, [HTMLCell])] = []
    for record in data.runs {
      for step in record.steps where step.actual != nil {
        for row in StepComparison.rows(step.planned, step.actual) {
          rows.append(
            (
              abs(row.deviationPercent ?? -1),
              [
                .text(record.run.code), .text("\(step.planned.seq)"), .text(step.name),
                .text(row.quantity), .text(row.planned), .text(row.actual),
                .text(row.deviation ?? "–"),
              ]
            )
          )
        }
      }
    }
    let sorted = rows.enumerated()
      .sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }
      .map(\.element.1)
    return .table(
      HTMLTable(
        caption: "Planned against actual, the largest deviation first",
        columns: [
          .init("run"), .init("step", isNumeric: true), .init("name"), .init("quantity"),
          .init("planned", isNumeric: true), .init("actual", isNumeric: true),
          .init("deviation", isNumeric: true),
        ],
        rows: sorted
      )
    )
  }

  /// Holds, open ones first.
  var holds: HTMLBlock {
    let sorted =
      data.holds.filter { $0.releasedAt == nil } + data.holds.filter { $0.releasedAt != nil }
    return .table(
      HTMLTable(
        caption: "Holds",
        columns: [
          .init("of"), .init("reason"), .init("held"), .init("released"),
        ],
        rows: sorted.map { hold in
          [
            .text("\(hold.entity) \(hold.code)"), .text(hold.reason),
            .text("\(hold.heldAt.day) by \(hold.heldBy)"),
            hold.releasedAt.map { time in
              .text(
                "\(time.day) by \(hold.releasedBy ?? "?")"
                  + (hold.releaseReason.map { ": \($0)" } ?? "")
              )
            } ?? .verdict(.warning),
          ]
        }
      )
    )
  }

  /// Points that broke a rule.
  var events: HTMLBlock {
    let sets = Dictionary(
      data.wafers.flatMap(\.sets).map { ($0.id, $0) }
    ) { first, _ in first }
    return .table(
      HTMLTable(
        caption: "Out-of-control events",
        columns: [
          .init("wafer"), .init("characteristic"), .init("rule"), .init("found"), .init("detail"),
          .init("cause and action"),
        ],
        rows: data.events.map { event in
          let set = sets[event.measurement]
          let answer = [event.cause, event.action].compactMap(\.self).joined(separator: "; ")
          return [
            .text(set?.wafer ?? "?"), .text(set.map(ReportWafer.name(of:)) ?? "?"),
            .text(event.rule), .text(event.foundAt.day), .text(event.detail),
            event.acknowledgedBy == nil
              ? .verdict(.warning) : .text("\(event.acknowledgedBy ?? ""): \(answer)"),
          ]
        }
      )
    )
  }

  /// The hashes that everything rests on.
  var hashes: HTMLBlock {
    var rows: [[HTMLCell]] = [["audit, last entry", .text(data.audit.head)]]
    rows.append(["audit, entries", .text("\(data.audit.entries)")])
    var seen: Set<String> = []
    for record in data.runs where seen.insert(record.recipe.sha256).inserted {
      rows.append([
        .text("recipe \(record.recipe.name) version \(record.recipe.version)"),
        .text(record.recipe.sha256),
      ])
    }
    for layout in data.layouts {
      rows.append([.text("layout \(layout.name)"), .text(layout.sha256)])
      rows.append([.text("floor plan \(layout.name)"), .text(layout.floorPlanSha256)])
    }
    var rules: Set<String> = []
    for source in data.wafers.compactMap(\.bins) where rules.insert(source.ruleset).inserted {
      rows.append(["bin rules", .text(source.ruleset)])
    }
    return .table(HTMLTable(columns: [.init("of"), .init("SHA-256")], rows: rows))
  }
}

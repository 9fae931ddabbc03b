import FabDiagnostics
import FabOperators
import FabReports

/// The report of a verification as a page.
struct VerifyPage {
  let report: VerifyReport
  let studies: [OperatorStudy]
  let messages: [Diagnostic]

  /// The page.
  func html() -> [UInt8] {
    HTMLReport(
      title: "Verification of \(report.layout)",
      subtitles: [
        "floor plan \(report.floorPlan), recipe \(report.recipe) \(report.recipeHash.prefix(12))",
        "spread \(report.spread), \(EngineeringText.plain(report.temperatureKelvin, digits: 5)) K, "
          + "seed \(report.seed), \(Tool.name) \(Tool.version)",
      ],
      blocks: overview + operators + pictures + switches
    )
    .html()
  }

  private var overview: [HTMLBlock] {
    var blocks: [HTMLBlock] = [
      .verdict(Self.badge(report.verdict), "of the whole layout"),
      .heading("Steps", level: 2),
      .table(
        HTMLTable(
          columns: [.init("step"), .init("verdict"), .init("what it found")],
          rows: report.steps.map { step in
            [.text(step.id), .verdict(Self.badge(step.verdict)), .text(step.summary)]
          }
        )
      ),
    ]
    let told = messages.filter { $0.severity == .error }
    if !told.isEmpty {
      blocks.append(.heading("Findings", level: 2))
      blocks.append(
        .list(
          told.map { message in
            let place = message.place.map { "\($0.heading): " } ?? ""
            let fix = message.fixes.first.map { "; \($0)" } ?? ""
            return place + message.summary + fix
          }
        )
      )
    }
    if !report.unusablePcus.isEmpty {
      blocks.append(.heading("Unusable PCUs", level: 2))
      blocks.append(
        .table(
          HTMLTable(
            columns: [.init("site"), .init("reason")],
            rows: report.unusablePcus.map { [.text($0.site), .text($0.reason)] }
          )
        )
      )
    }
    return blocks
  }

  private var operators: [HTMLBlock] {
    func number(_ value: Double?) -> HTMLCell {
      .text(value.map { LayoutText.decimals($0, 2) } ?? "-")
    }
    return [
      .heading("Operators", level: 2),
      .paragraph(
        "Errors in percent: mean, median and 95 % of the relative errors in magnitude over all trials, and the mean over "
          + "full scale. Spreads are calibrated on dividers and vector products; the other figures are predictions. "
          + "The paper is Adv. Sci. 2025, 12(33), e04706; softplus, sigmoid and GELU have no stated error."
      ),
      .table(
        HTMLTable(
          columns: [
            .init("operator"), .init("PCUs", isNumeric: true), .init("places", isNumeric: true),
            .init("units", isNumeric: true), .init("mean", isNumeric: true),
            .init("±", isNumeric: true), .init("median", isNumeric: true),
            .init("95 %", isNumeric: true), .init("of full scale", isNumeric: true),
            .init("paper", isNumeric: true), .init("limit", isNumeric: true), .init("verdict"),
            .init("worst placement"),
          ],
          rows: report.operators.map { one in
            let worst = one.worstPlacement.map { names in
              "\(names.joined(separator: " ")) (\(LayoutText.decimals(one.worstPlacementPercent ?? 0, 2)))"
            }
            return [
              .text(one.name), .text("\(one.pcus)"),
              .text(one.placements.map { "\($0)" } ?? "-"), .text("\(one.units)"),
              number(one.meanRelativeErrorPercent), number(one.standardErrorPercent),
              number(one.medianRelativeErrorPercent),
              number(one.percentile95RelativeErrorPercent),
              number(one.meanFullScaleErrorPercent), number(one.paperPercent),
              number(one.limitPercent), Self.cell(one.verdict),
              .text(one.reason ?? worst ?? ""),
            ]
          }
        )
      ),
    ]
  }

  private var pictures: [HTMLBlock] {
    (report.remarks.isEmpty ? [] : [.list(report.remarks)])
      + [.heading("Pictures", level: 2)]
      + studies.map { study in
        .charts(
          ChartPage(rows: [OperatorPicture(study).panels], panelWidth: 90, panelHeight: 68),
          caption: "\(study.name.rawValue): the first \(study.sample.count) outputs of "
            + "\(study.unitCount) units, and the mean relative error by region of the inputs"
        )
      }
  }

  private var switches: [HTMLBlock] {
    [
      .heading("Switch plan", level: 2),
      .paragraph(
        "Crosspoints of a Keithley 3706A as slot, row and column; rows 1 to 4 carry SMU-A, SMU-B, SOURCE-C and LOW. "
          + "Each operator on its first placement; voltages follow from the memristors' thresholds."
      ),
      .table(
        HTMLTable(
          columns: [
            .init("operator"), .init("step", isNumeric: true), .init("purpose"), .init("drive"),
            .init("closed"),
          ],
          rows: report.switchPlan.map { step in
            [
              .text(step.operation), .text("\(step.number)"), .text(step.purpose),
              .text(step.drive),
              .text(
                step.closures.map { "\($0.channel) \($0.line)–\($0.contact)" }
                  .joined(separator: ", ")
              ),
            ]
          }
        )
      ),
    ]
  }

  private static func badge(_ verdict: VerifyReport.Verdict) -> HTMLVerdict {
    switch verdict {
    case .pass: .passed
    case .fail: .failed
    case .notRun: .notRun
    }
  }

  private static func cell(_ verdict: OperatorReport.Verdict) -> HTMLCell {
    switch verdict {
    case .pass: .verdict(.passed)
    case .fail, .notPlaced, .notWorking: .verdict(.failed)
    case .noLimit: .text("no limit")
    }
  }
}

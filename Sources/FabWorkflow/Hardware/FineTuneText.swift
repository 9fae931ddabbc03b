import FabHash
import FabTransformer

/// The report of a fine-tuning, for people.
struct FineTuneText {
  let report: FineTuneReport
  let bench: HardwareBench

  var text: String {
    var text =
      "\(bench.network.title), checkpoint \(bench.network.hash.short)\n\(bench.title)\n"
      + "\(report.steps) steps at up to \(EngineeringText.plain(report.rate)), then "
      + "\(report.dieSteps) on another die; \(report.count) test samples\n\n"
    text += "baseline, in numbers: \(Self.percent(report.baselinePercent)) %\n"
    var table = TextTable([
      ("tuned for", .left), ("dies", .right), ("before/%", .right), ("after/%", .right),
      ("another die/%", .right), ("after a step on it/%", .right),
    ])
    for one in report.summary {
      table.rows.append([
        FineTuningMode(rawValue: one.mode)?.title ?? one.mode, "\(one.dies)",
        Self.mean(one.before), Self.mean(one.after), Self.mean(one.otherDie),
        Self.mean(one.otherDieStep),
      ])
    }
    text += table.text
    if report.summary.contains(where: { $0.dies > 1 }) {
      text += "ranges are 95 % intervals of the mean over dies\n"
    }
    text += "\npublished, of another task and another network\n" + paper
    return text
  }

  private var paper: String {
    var table = TextTable([
      ("task", .left), ("baseline/%", .right), ("uncorrected/%", .right),
      ("without bypass/%", .right), ("tuned/%", .right),
    ])
    for one in report.paper {
      table.rows.append([
        one.task, Self.percent(one.baselinePercent), Self.percent(one.uncorrectedPercent),
        Self.percent(one.withoutBypassPercent), Self.percent(one.hardwarePercent),
      ])
    }
    return table.text
  }

  private static func mean(_ mean: FineTuneReport.Mean) -> String {
    guard let low = mean.lowPercent, let high = mean.highPercent else {
      return percent(mean.meanPercent)
    }
    return "\(percent(mean.meanPercent)) (\(percent(low)) … \(percent(high)))"
  }

  private static func percent(_ value: Double?) -> String {
    value.map { LayoutText.decimals($0, 1) } ?? "-"
  }
}

import FabHash
import FabTransformer

/// The report of an evaluation on hardware, for people.
struct HardwareEvaluationText {
  let report: EvaluationReport
  let bench: HardwareBench

  var text: String {
    let network = bench.network
    var text =
      "\(network.title), \(report.parameters) parameters, checkpoint \(network.hash.short)\n"
      + "\(bench.title)\n\n"
    text += accuracies + "\n" + features + "\n" + outside
    return text
  }

  private var accuracies: String {
    var table = TextTable([
      ("operators", .left), ("dies", .right), (report.rightTitle, .right),
      ("95 % interval", .right), ("smallest", .right), ("largest", .right),
    ])
    if let ideal = report.results.first {
      table.rows.append([
        "ideal", "-", Self.percent(ideal.accuracyPercent),
        Self.interval(ideal.lowPercent, ideal.highPercent), "-", "-",
      ])
    }
    let count = report.results.first?.count ?? 0
    let operators = bench.request.operators
    let chosen =
      operators.count == HardwareOperator.allCases.count
      ? "all"
      : HardwareOperator.allCases.filter(operators.contains).map(\.rawValue)
        .joined(separator: " + ")
    for one in report.summary ?? [] {
      let isOne = one.dies == 1
      let single = report.results.first { $0.mode == one.mode && $0.operators == one.operators }
      table.rows.append([
        one.operators.map { "\($0[0]) alone, \(one.mode)" }
          ?? "\(single.map { $0.count < count ? "first \($0.count), " : "" } ?? "")\(chosen), \(one.mode)",
        one.mode == "mean" ? "-" : "\(one.dies)", Self.percent(one.meanPercent),
        // Of one die the interval is that of the samples, of several that of the mean over dies.
        isOne
          ? Self.interval(single?.lowPercent, single?.highPercent)
          : Self.interval(one.lowPercent, one.highPercent),
        isOne ? "-" : Self.percent(one.smallestPercent),
        isOne ? "-" : Self.percent(one.largestPercent),
      ])
    }
    return table.text
      + "\(count) \(report.noun) of the test split; intervals are of the samples for one die, of the mean for several\n"
  }

  private var features: String {
    let isSolved = report.features?.contains { $0.mode == "circuit" } == true
    var table = TextTable(
      [("layer", .left), ("mean/%", .right), ("spread/%", .right)]
        + (isSolved ? [("circuit/%", .right)] : [])
    )
    var layers: [String] = []
    for one in report.features ?? [] where !layers.contains(one.layer) { layers.append(one.layer) }
    for layer in layers {
      func error(_ mode: String) -> Double? {
        report.features?.first { $0.layer == layer && $0.mode == mode }?.errorPercent
      }
      table.rows.append(
        [layer, Self.percent(error("mean")), Self.percent(error("spread"))]
          + (isSolved ? [Self.percent(error("circuit"))] : [])
      )
    }
    return "errors of features, root mean square over that of the features\n" + table.text
  }

  private var outside: String {
    var table = TextTable([
      ("operator", .left), ("inputs", .right), ("outside the domain", .right), ("%", .right),
    ])
    for one in report.outside ?? [] where one.mode == "spread" {
      table.rows.append([
        one.name, "\(one.total)", "\(one.outside)", Self.percent(one.percent),
      ])
    }
    return table.text
  }

  private static func percent(_ value: Double?) -> String {
    value.map { LayoutText.decimals($0, 1) } ?? "-"
  }

  private static func interval(_ low: Double?, _ high: Double?) -> String {
    guard low != nil, high != nil else { return "-" }
    return "\(percent(low)) … \(percent(high))"
  }
}

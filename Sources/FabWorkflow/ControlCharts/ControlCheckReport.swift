import FabDiagnostics

/// What `spc check` found.
struct ControlCheckReport: Encodable {
  /// Limits with what they judged.
  struct Chart: Encodable {
    let characteristic: String
    let component: String
    let statistic: String
    let chart: String
    let version: Int
    let baselinePoints: Int
    let judgedPoints: Int
    /// Sets before the end of the baseline that aren't part of it.
    let unjudgedPoints: Int
    let isGenerated: Bool
    let newEvents: Int
    let openEvents: Int

    var name: String { component.isEmpty ? characteristic : "\(component).\(characteristic)" }
  }

  let isRehearsal: Bool
  let charts: [Chart]
  /// Events found now.
  let newEvents: [ControlEventRow]
  /// Events that nobody has acknowledged, new ones too.
  let openEvents: [ControlEventRow]

  private enum CodingKeys: String, CodingKey {
    case isRehearsal = "dryRun"
    case charts
    case newEvents
    case openEvents
  }

  func output(_ messages: [Diagnostic]) -> CommandOutput {
    var table = TextTable([
      ("characteristic", .left), ("statistic", .left), ("chart", .left), ("baseline", .right),
      ("judged", .right), ("new events", .right), ("open", .right), ("", .left),
    ])
    table.rows = charts.map { chart in
      [
        chart.name, chart.statistic, "\(chart.chart) v\(chart.version)", "\(chart.baselinePoints)",
        "\(chart.judgedPoints)", "\(chart.newEvents)", "\(chart.openEvents)",
        (chart.isGenerated ? "generated" : "")
          + (chart.unjudgedPoints > 0
            ? " \(chart.unjudgedPoints) before the end of the baseline not judged" : ""),
      ]
    }
    var text = table.text
    text +=
      openEvents.isEmpty ? "\nin control\n" : "\nopen events\n" + ControlEventRow.table(openEvents)
    if isRehearsal { text += "dry run: nothing was stored\n" }
    var messages = messages
    for chart in charts where chart.openEvents > 0 {
      messages.append(
        Diagnostic(
          .outOfControl,
          at: .argument(chart.name),
          "\(chart.openEvents) out-of-control event\(chart.openEvents == 1 ? "" : "s") on chart "
            + "\(chart.chart) of '\(chart.name)' without a cause and an action",
          fixes: ["record them with 'pcu-fab spc acknowledge EVENT --cause … --action …'"]
        )
      )
    }
    return CommandOutput(
      text: text,
      json: JSONText.encode(self),
      messages: messages,
      isClean: openEvents.isEmpty
    )
  }
}

extension RunSheet {
  /// The run sheet as blocks of a report.
  public var htmlBlocks: [HTMLBlock] {
    let outside = steps.filter {
      if case .outside = $0.deviation { true } else { false }
    }
    let verdict: HTMLBlock =
      outside.isEmpty
      ? .verdict(.passed, "no step deviates beyond its tolerance")
      : .verdict(
        .failed,
        "beyond tolerance: "
          + outside.map { "step \($0.number) \($0.name)" }.joined(separator: ", ")
      )
    let isMeasured = steps.contains { $0.deviation != .none }
    return [
      .heading("Run \(run) (\(state))", level: 2),
      .table(
        HTMLTable(
          columns: [HTMLTable.Column("of the run"), HTMLTable.Column("")],
          rows: facts.map { [.text($0.label), .text($0.text.isEmpty ? "–" : $0.text)] }
        )
      ),
      .table(
        HTMLTable(
          caption: "Steps",
          columns: [
            HTMLTable.Column("no.", isNumeric: true), HTMLTable.Column("step"),
            HTMLTable.Column("planned"), HTMLTable.Column("actual"),
            HTMLTable.Column("deviation"), HTMLTable.Column("initials"),
          ],
          rows: steps.map { step in
            [
              .text("\(step.number)"), .text(step.name), .text(step.planned), .text(step.actual),
              .text(step.deviation.text), .text(step.initials),
            ]
          }
        )
      ),
      isMeasured ? verdict : .verdict(.notRun, "no step has an actual value yet"),
      .list(notes),
    ]
  }
}

/// Operators as a table for people, the paper's figures beside ours.
struct OperatorTable: CustomStringConvertible {
  let operators: [OperatorReport]

  var description: String {
    let showsPlaces = operators.contains { $0.placements != nil || $0.verdict == .notPlaced }
    var columns: [(String, TextTable.Alignment)] = [
      ("operator", .left), ("PCUs", .right), ("units", .right),
    ]
    if showsPlaces { columns.append(("places", .right)) }
    columns += [
      ("mean/%", .right), ("±", .right), ("median/%", .right), ("95 %/%", .right),
      ("of full scale/%", .right),
      ("paper/%", .right), ("limit/%", .right), ("verdict", .left),
    ]
    var table = TextTable(columns)
    table.rows = operators.map { one in
      var row = [one.name, "\(one.pcus)", "\(one.units)"]
      if showsPlaces { row.append(one.placements.map { "\($0)" } ?? "-") }
      func number(_ value: Double?, _ digits: Int = 2) -> String {
        value.map { LayoutText.decimals($0, digits) } ?? "-"
      }
      let isFullScale = one.limitMetric == "meanFullScaleError"
      let limit = one.limitPercent.map { number($0) + (isFullScale ? " FS" : "") } ?? "none"
      return row + [
        number(one.meanRelativeErrorPercent), number(one.standardErrorPercent),
        number(one.medianRelativeErrorPercent), number(one.percentile95RelativeErrorPercent),
        number(one.meanFullScaleErrorPercent), number(one.paperPercent), limit,
        one.reason ?? (one.verdict.words + failed(one)),
      ]
    }
    return table.text
  }

  private func failed(_ one: OperatorReport) -> String {
    one.failedUnits > 0 ? ", \(one.failedUnits) units don't work" : ""
  }
}

extension OperatorReport.Verdict {
  /// The verdict in words.
  var words: String {
    switch self {
    case .pass: "pass"
    case .fail: "FAIL"
    case .noLimit: "no limit"
    case .notPlaced: "not placed"
    case .notWorking: "not working"
    }
  }
}

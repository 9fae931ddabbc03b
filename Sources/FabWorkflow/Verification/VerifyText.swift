/// The report of a verification for people.
struct VerifyText: CustomStringConvertible {
  let report: VerifyReport

  var description: String {
    var steps = TextTable([("step", .left), ("verdict", .left), ("", .left)])
    steps.rows = report.steps.map { [$0.id, $0.verdict.words, $0.summary] }
    var text =
      "\(report.layout), floor plan \(report.floorPlan), recipe \(report.recipe) "
      + "\(report.recipeHash.prefix(12))\n\n" + steps.text + "\n"
      + OperatorTable(operators: report.operators).description
    if !report.unusablePcus.isEmpty {
      text += "\nunusable PCUs:\n"
      for pcu in report.unusablePcus.prefix(10) { text += "  \(pcu.site): \(pcu.reason)\n" }
      if report.unusablePcus.count > 10 {
        text += "  \(report.unusablePcus.count - 10) more; --json lists all of them\n"
      }
    }
    if !report.remarks.isEmpty {
      text += "\n" + report.remarks.map { $0 + "\n" }.joined()
    }
    return text + "\nverdict: \(report.verdict.words)\n"
  }
}

extension VerifyReport.Verdict {
  /// The verdict in words.
  var words: String {
    switch self {
    case .pass: "pass"
    case .fail: "FAIL"
    case .notRun: "not run"
    }
  }
}

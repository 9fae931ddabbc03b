/// The report of a verification for people.
struct VerifyText: CustomStringConvertible {
  let report: VerifyReport

  var description: String {
    var steps = TextTable([("step", .left), ("verdict", .left), ("", .left)])
    steps.rows = report.steps.map { [$0.id, $0.verdict.words, $0.summary] }
    var text =
      "\(report.layout), floor plan \(report.floorPlan), recipe \(report.recipe) "
      + "\(report.recipeHash.prefix(12))\n" + measured + "\n" + steps.text + "\n"
      + OperatorTable(operators: report.operators).description
    if !report.unusablePcus.isEmpty {
      text += "\nunusable PCUs:\n"
      for pcu in report.unusablePcus.prefix(10) { text += "  \(pcu.site): \(pcu.reason)\n" }
      if report.unusablePcus.count > 10 {
        text += "  \(report.unusablePcus.count - 10) more; --json lists all of them\n"
      }
    }
    text += carried
    if !report.remarks.isEmpty {
      text += "\n" + report.remarks.map { $0 + "\n" }.joined()
    }
    return text + "\nverdict: \(report.verdict.words)\n"
  }

  /// What was taken from a wafer of the store.
  private var measured: String {
    guard let wafer = report.measured else { return "" }
    let origin = wafer.isGenerated ? " (generated, not measured)" : ""
    let bins =
      wafer.binPass.map {
        "\(wafer.deadPcus) dead PCUs by binning \($0)"
          + (wafer.unjudgedPcus > 0 ? ", \(wafer.unjudgedPcus) not judged" : "")
      } ?? "never binned"
    return
      "wafer \(wafer.wafer) of lot \(wafer.lot): \(wafer.deviceValues) values of devices\(origin), films "
      + (wafer.knowsFilms ? "known" : "not known") + ", \(bins)\n"
  }

  /// The names of sites; of many only the first.
  private static func sites(_ names: [String]) -> String {
    let shown = names.count > 7 ? 5 : names.count
    let rest = names.count > shown ? " and \(names.count - shown) more" : ""
    return names.prefix(shown).joined(separator: " ") + rest
  }

  /// What this very wafer can carry, and where best.
  private var carried: String {
    guard report.measured != nil else { return "" }
    var table = TextTable([
      ("operator", .left), ("places", .right), ("within limit", .right), ("best/%", .right),
      ("on", .left),
    ])
    for one in report.operators {
      guard let places = one.placements else { continue }
      table.rows.append([
        one.name, "\(places)", one.placementsWithinLimit.map { "\($0)" } ?? "-",
        one.bestPlacementPercent.map { LayoutText.decimals($0, 2) } ?? "-",
        Self.sites(one.bestPlacement ?? []),
      ])
    }
    return table.rows.isEmpty ? "" : "\nthis wafer carries\n" + table.text
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

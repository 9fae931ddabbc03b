import FabQuality

/// Failing bins by count, for people and programs.
struct ParetoReport: Encodable {
  /// A bin.
  struct Row: Encodable {
    let code: Int
    let name: String
    let count: Int
    let percent: Double
    let cumulativePercent: Double

    init(_ row: BinPareto.Row) {
      code = row.code
      name = row.name
      count = row.count
      percent = row.percent
      cumulativePercent = row.cumulativePercent
    }
  }

  let title: String
  let component: String
  let isGenerated: Bool
  let bins: [Row]

  var text: String {
    var table = TextTable([
      ("bin", .right), ("name", .left), ("count", .right), ("%", .right), ("together/%", .right),
    ])
    table.rows = bins.map {
      [
        "\($0.code)", $0.name, "\($0.count)", LayoutText.decimals($0.percent, 1),
        LayoutText.decimals($0.cumulativePercent, 1),
      ]
    }
    return "failing bins of \(component), \(title)\n\n"
      + (bins.isEmpty ? "nothing fails\n" : table.text)
  }

  var csv: String {
    "code,name,count,percent,cumulativePercent\n"
      + bins.map { "\($0.code),\($0.name),\($0.count),\($0.percent),\($0.cumulativePercent)\n" }
      .joined()
  }
}

import FabNumerics
import FabQuality

/// Yields by groups, for people and programs.
struct YieldReport: Encodable {
  /// A group.
  struct Row: Encodable {
    let name: String
    let good: Int
    let tested: Int
    let skipped: Int
    let yieldPercent: Double?
    let lowerPercent: Double?
    let upperPercent: Double?

    init(_ name: String, _ count: YieldCount) {
      self.name = name
      good = count.good
      tested = count.tested
      skipped = count.skipped
      yieldPercent = count.share.map { 100 * $0 }
      let interval = count.interval()
      lowerPercent = interval.map { 100 * $0.range.lowerBound }
      upperPercent = interval.map { 100 * $0.range.upperBound }
    }
  }

  /// Whether groups differ by more than chance.
  struct Homogeneity: Encodable {
    let chiSquare: Double
    let degreesOfFreedom: Int
    let p: Double
    let isRough: Bool

    init(_ test: HomogeneityTest) {
      chiSquare = test.statistic
      degreesOfFreedom = test.degreesOfFreedom
      p = test.pValue
      isRough = test.isRough
    }
  }

  let title: String
  let by: String
  let component: String?
  let isGenerated: Bool
  let rows: [Row]
  let homogeneity: Homogeneity?

  var text: String {
    func percent(_ value: Double?) -> String {
      value.map { LayoutText.decimals($0, 1) } ?? "-"
    }
    var table = TextTable([
      (by, .left), ("good", .right), ("tested", .right), ("not judged", .right),
      ("yield/%", .right), ("95 % interval", .left),
    ])
    table.rows = rows.map { row in
      [
        row.name, "\(row.good)", "\(row.tested)", "\(row.skipped)", percent(row.yieldPercent),
        row.lowerPercent == nil
          ? "-" : "\(percent(row.lowerPercent)) to \(percent(row.upperPercent))",
      ]
    }
    var text = "\(component.map { "\($0) of " } ?? "")\(title)\n\n" + table.text
    if let homogeneity {
      text +=
        "\nare all \(by)s alike? p = \(EngineeringText.plain(homogeneity.p, digits: 3)) "
        + "(chi-square \(EngineeringText.plain(homogeneity.chiSquare, digits: 4)), "
        + "\(homogeneity.degreesOfFreedom) degree\(homogeneity.degreesOfFreedom == 1 ? "" : "s") of freedom"
        + (homogeneity.isRough ? "; rough: some expected counts are below five" : "") + ")\n"
    }
    return text + "intervals: Wilson\n"
  }

  var csv: String {
    func cell(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    return "group,good,tested,skipped,yieldPercent,lowerPercent,upperPercent\n"
      + rows.map {
        "\($0.name),\($0.good),\($0.tested),\($0.skipped),\(cell($0.yieldPercent)),"
          + "\(cell($0.lowerPercent)),\(cell($0.upperPercent))\n"
      }
      .joined()
  }
}

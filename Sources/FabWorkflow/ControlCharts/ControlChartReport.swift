/// What `spc chart` shows, for programs.
struct ControlChartReport: Encodable {
  /// Limits with the first point that they judge.
  struct Phase: Encodable {
    let version: Int
    let firstPoint: Int
    let baselinePoints: Int
    let centerLine: Double
    let lower: Double?
    let upper: Double
    let sigma: Double
    let frozenAt: String
    let frozenBy: String
    let reason: String?
  }

  /// A point of a chart.
  struct Point: Encodable {
    let set: Int64
    let wafer: String
    let measuredAt: String
    let isGenerated: Bool
    let value: Double
    let lower: Double?
    let upper: Double
    let version: String
    let rules: [String]
  }

  let characteristic: String
  let component: String
  let unit: String
  let statistic: String
  let chart: String
  let isGenerated: Bool
  let phases: [Phase]
  let points: [Point]
  /// The weighted average, where it is judged too.
  let weightedAverage: [Point]?
  let notes: [String]
}

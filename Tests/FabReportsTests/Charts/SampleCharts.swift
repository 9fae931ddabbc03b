import FabNumerics
import FabReports
import Foundation

/// One chart of each kind, with data that a reader could meet.
enum SampleCharts {
  static let line = LineChart(
    title: "Current against voltage <of a \"diode\" & its fit>",
    x: ChartAxis("voltage", unit: "V"),
    y: ChartAxis("current", unit: "A", scale: .logarithmic),
    series: [
      ChartSeries("measured", points: curve(scatter: 0.1), drawing: .points),
      ChartSeries("fit", points: curve(scatter: 0)),
      ChartSeries(
        "both",
        points: curve(scatter: 0.05).map { .init($0.x, $0.y * 5) },
        drawing: .lineAndPoints
      ),
    ],
    bands: [
      ChartBand(
        "95 % band",
        x: curve(scatter: 0).map(\.x),
        lower: curve(scatter: 0).map { $0.y * 0.6 },
        upper: curve(scatter: 0).map { $0.y * 1.6 }
      )
    ],
    references: [ChartReference("limit 1 µA", at: 1e-6, on: .vertical, color: .vermilion)]
  )

  static let scatter: ScatterChart = {
    var generator = Xoshiro256(seed: 7)
    let points = (0..<4000)
      .map { _ in
        let x = Double.random(in: 0...1, using: &generator) * 2e-6
        return ChartPoint(x, x * (1 + 0.07 * generator.normalDeviate()))
      }
    return ScatterChart(
      title: "Output against product",
      x: ChartAxis("product", unit: "A"),
      y: ChartAxis("output", unit: "A"),
      groups: [ChartSeries("units 1...10", points: points)]
    )
  }()

  static let heatMap = HeatMap(
    title: "Relative error of a multiplier",
    columns: .steps(ChartAxis("first operand", unit: "A"), 0.2e-6...2e-6),
    rows: .steps(ChartAxis("second operand", unit: "A"), 0.2e-6...2e-6),
    values: (0..<20).map { row in (0..<30).map { hypot(Double($0) - 15, Double(row) - 10) } },
    color: ChartAxis("error", unit: "%")
  )

  static let diverging = HeatMap(
    title: "Deviation",
    columns: .names("column", ["C1", "C2", "C3"]),
    rows: .names("row", ["R1", "R2", "R3"]),
    values: [[-1, 0.5, 2], [0, .nan, -2.25], [1, -0.25, 1.5]],
    color: ChartAxis("deviation", unit: "%"),
    map: .diverging,
    decimals: 2
  )

  static let histogram: Histogram = {
    var generator = Xoshiro256(seed: 3)
    return Histogram(
      title: "Errors of 1000 units",
      x: ChartAxis("mean relative error", unit: "%"),
      values: (0..<1000).map { _ in 5.7 + 1.15 * generator.normalDeviate() },
      references: [
        ChartReference("mean 5.7 %", at: 5.7, on: .horizontal, color: .vermilion),
        ChartReference("published 5.66 %", at: 5.66, on: .horizontal, color: .black),
      ]
    )
  }()

  static let all: [ChartPanel] = [
    .line(line), .scatter(scatter), .heatMap(heatMap), .heatMap(diverging), .histogram(histogram),
  ]

  private static func curve(scatter: Double) -> [ChartPoint] {
    var generator = Xoshiro256(seed: 1)
    return (0...60)
      .map { index in
        let voltage = 0.02 * Double(index)
        let current = 1e-9 * expm1(voltage / 0.0514) / (1 + 2e-4 * expm1(voltage / 0.08))
        return ChartPoint(voltage, (current + 1e-11) * exp(scatter * generator.normalDeviate()))
      }
  }
}

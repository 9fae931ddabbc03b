import FabReports

/// The picture of curves: measured points with the fitted law, and where each method puts the feature.
struct CurvePicture {
  let report: CurveReport
  let curves: [EvaluatedCurve]

  /// The most curves in one picture: more would be too small to see.
  private static let limit = 12
  /// The points at which a fitted law is drawn.
  private static let resolution = 300

  func svg() -> [UInt8] {
    ChartPage(
      title: report.curves.count == 1 ? "Curve and fit" : "Curves and fits",
      subtitles: [
        "\(report.file), SHA-256 \(report.fileSha256.prefix(12)); \(Tool.name) \(Tool.version)"
      ],
      rows: curves.prefix(Self.limit).map { [.line(chart($0))] },
      panelWidth: 150,
      panelHeight: 78
    )
    .svg()
  }

  private func chart(_ curve: EvaluatedCurve) -> LineChart {
    let width = curve.window.upperBound - curve.window.lowerBound
    let shown = curve.window.lowerBound - 0.5 * width...curve.window.upperBound + 0.5 * width
    let points = zip(curve.x, curve.y).filter { shown.contains($0.0) }
    var series = [
      ChartSeries(
        "measured",
        points: points.map { ChartPoint($0.0, $0.1) },
        drawing: .points
      )
    ]
    if let fitted = curve.fitted {
      let places = (0...Self.resolution)
        .map { curve.window.lowerBound + width * Double($0) / Double(Self.resolution) }
      series.append(
        ChartSeries("fitted", points: places.map { ChartPoint($0, fitted($0)) }, color: .black)
      )
    }
    let best = curve.report.results.first { $0.value != nil }
    return LineChart(
      title: curve.report.name.isEmpty ? "curve" : curve.report.name,
      x: ChartAxis(curve.axes.x.name, unit: curve.axes.x.unit),
      y: ChartAxis(curve.axes.y.name, unit: curve.axes.y.unit),
      series: series,
      references: best.flatMap { result in
        result.value.map {
          [
            ChartReference(
              "\(EngineeringText.plain($0, digits: 6)) \(result.unit)",
              at: $0,
              on: .horizontal
            )
          ]
        }
      } ?? [],
      remark: best?.method ?? ""
    )
  }
}

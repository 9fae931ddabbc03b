import FabReports

/// How far features are from those in numbers: layer by layer, and channel by channel.
struct FeatureErrorPicture {
  private let report: EvaluationReport

  init(_ report: EvaluationReport) {
    self.report = report
  }

  /// The bytes of the picture.
  var svg: [UInt8] {
    let features = report.features ?? []
    let modes = ["mean", "spread"]
    let totals = LineChart(
      title: "Normalised error of features by layer",
      x: ChartAxis("layer, from the input to the scores"),
      y: ChartAxis("normalised error", unit: "%"),
      series: modes.map { mode in
        ChartSeries(
          mode == "mean" ? "mean units" : "units of a die",
          points: features.filter { $0.mode == mode }.enumerated()
            .map { ChartPoint(Double($0.offset + 1), $0.element.errorPercent) },
          drawing: .lineAndPoints
        )
      }
    )
    let spread = features.filter { $0.mode == "spread" }
    let map = HeatMap(
      title: "Normalised error by channel, units of a die",
      columns: .steps(
        ChartAxis("channel"),
        0...Double(max(1, spread.map(\.channelErrorsPercent.count).max() ?? 1))
      ),
      rows: .names("layer", spread.reversed().map(\.layer)),
      // A channel that is nearly zero everywhere has no error that says anything: the scale ends at 100 %.
      values: spread.reversed().map(\.channelErrorsPercent),
      color: ChartAxis("error", unit: "%", range: 0...top(spread)),
      map: .sequential
    )
    let hardware = report.hardware
    return ChartPage(
      title: "What hardware does to features",
      subtitles: [
        "\(report.network)\(report.modality.map { ", \($0)" } ?? ""), checkpoint \(report.checkpointHash.prefix(12))",
        hardware.map { "codebook \($0.codebookHash.prefix(12)), \($0.wafer); \($0.weightNoise)" }
          ?? "",
      ],
      rows: [[.line(totals)], [.heatMap(map)]],
      panelWidth: 170,
      panelHeight: 80
    )
    .svg()
  }

  private func top(_ features: [EvaluationReport.Feature]) -> Double {
    min(100, features.flatMap(\.channelErrorsPercent).max() ?? 100)
  }
}

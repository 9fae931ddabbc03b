import FabReports
import FabTransformer

/// How accuracy on a die rises with the steps of fine-tuning.
struct FineTunePicture {
  private let report: FineTuneReport

  init(_ report: FineTuneReport) {
    self.report = report
  }

  /// The bytes of the picture.
  var svg: [UInt8] {
    let dies = Set(report.results.map(\.die)).count
    let chart = LineChart(
      title: "Accuracy on the die, validation samples",
      x: ChartAxis("step"),
      y: ChartAxis("right", unit: "%"),
      series: report.summary.map { summary in
        ChartSeries(
          FineTuningMode(rawValue: summary.mode)?.title ?? summary.mode,
          points: means(summary.mode),
          drawing: .lineAndPoints
        )
      },
      references: report.curveBaselinePercent
        .map { [ChartReference("baseline", at: $0, on: .vertical)] } ?? [],
      remark: dies > 1 ? "means over \(dies) dies" : ""
    )
    return ChartPage(
      title: "Fine-tuning for hardware",
      subtitles: [
        "\(report.network)\(report.modality.map { ", \($0)" } ?? ""), checkpoint \(report.checkpointHash.prefix(12))",
        "codebook \(report.hardware.codebookHash.prefix(12)), \(report.hardware.wafer); \(report.hardware.weightNoise)",
      ],
      rows: [[.line(chart)]],
      panelWidth: 150,
      panelHeight: 95
    )
    .svg()
  }

  private func means(_ mode: String) -> [ChartPoint] {
    let curves = report.results.filter { $0.mode == mode }.map(\.curve)
    guard let first = curves.first else { return [] }
    return first.indices.map { index in
      let sum = curves.reduce(0) { $0 + $1[index].accuracyPercent }
      return ChartPoint(Double(first[index].step), sum / Double(curves.count))
    }
  }
}

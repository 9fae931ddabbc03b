import FabDevices
import FabReports

/// The picture of a fit: measured points with the fitted law, and below it what is left.
struct IVFitPicture {
  let report: IVFitReport
  let branches: [IVBranch]

  func svg() -> [UInt8] {
    let voltage = ChartAxis("voltage", unit: "V")
    let kelvin = EngineeringText.plain(report.temperatureKelvin, digits: 6)
    return ChartPage(
      title: "Diode fit",
      subtitles: [
        "\(report.file), SHA-256 \(report.fileSha256.prefix(12)); "
          + "\(EngineeringText.plain(report.areaMm2)) mm2, \(kelvin) K; \(Tool.name) \(Tool.version)"
      ] + report.branches.map(Self.summary),
      rows: [
        [
          .line(
            LineChart(
              title: "current",
              x: voltage,
              y: ChartAxis("|current|", unit: "A", scale: .logarithmic),
              series: measured + fitted
            )
          )
        ],
        [
          .line(
            LineChart(
              title: "residuals",
              x: voltage,
              y: ChartAxis("measured / fitted", unit: "decades"),
              series: branches.map { branch in
                ChartSeries(
                  branch.branch.rawValue,
                  points: branch.points.map { ChartPoint($0.voltage, $0.residualDecades) },
                  drawing: .points
                )
              },
              references: [ChartReference("", at: 0, on: .vertical)]
            )
          )
        ],
      ],
      panelWidth: 150,
      panelHeight: 78
    )
    .svg()
  }

  private var measured: [ChartSeries] {
    branches.map { branch in
      ChartSeries(
        "\(branch.branch.rawValue), measured",
        points: branch.points.map { ChartPoint($0.voltage, abs($0.current)) },
        drawing: .points
      )
    }
  }

  private var fitted: [ChartSeries] {
    branches.enumerated()
      .map { index, branch in
        ChartSeries(
          "\(branch.branch.rawValue), fitted",
          points: branch.points.sorted { $0.voltage < $1.voltage }
            .map { ChartPoint($0.voltage, abs($0.fitted)) },
          color: index == 0 ? .black : .orange
        )
      }
  }

  private static func summary(_ branch: IVFitReport.Branch) -> String {
    var parts = [
      "I0 " + EngineeringText.text(branch.saturationCurrentAmpere.value, "A"),
      "n " + EngineeringText.plain(branch.ideality.value),
    ]
    if let series = branch.seriesResistanceOhm {
      parts.append("Rs " + EngineeringText.text(series.value, "ohm"))
    }
    if let shunt = branch.shuntResistanceOhm {
      parts.append("Rsh " + EngineeringText.text(shunt.value, "ohm"))
    }
    return "\(branch.branch): " + parts.joined(separator: ", ")
      + ", R2 \(EngineeringText.plain(branch.rSquared, digits: 6))"
  }
}

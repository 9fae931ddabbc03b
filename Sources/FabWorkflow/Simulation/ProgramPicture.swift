import FabDevices
import FabReports
import FabUnits

/// The picture of a programming sequence: voltage and conductance over time.
struct ProgramPicture {
  let report: ProgramReport
  let trace: WriteVerifyTrace

  func svg() -> [UInt8] {
    let time = ChartAxis("time", unit: "s", range: 0...max(1e-9, report.durationSecond * 1.02))
    let target = report.targetConductanceSiemens
    let tolerance = report.tolerancePercent / 100
    let readings = report.steps.compactMap { step in
      step.conductanceSiemens.map { ChartPoint(step.startSecond + step.widthSecond / 2, $0) }
    }
    let ends = [0, report.durationSecond * 1.02]
    return ChartPage(
      title: "Programming of a multistate memristor",
      subtitles: [
        "\(EngineeringText.text(report.startConductanceSiemens, "S")) to "
          + "\(EngineeringText.text(target, "S")), simulated, seed \(report.seed), "
          + "\(Tool.name) \(Tool.version)",
        "\(report.pulses) pulses, \(EngineeringText.text(report.durationSecond, "s")), "
          + "\(LayoutText.decimals(report.relativeErrorPercent, 2)) % off target: \(report.outcome)",
      ],
      rows: [
        [
          .line(
            LineChart(
              title: "voltage",
              x: time,
              y: ChartAxis("voltage", unit: "V"),
              series: [
                ChartSeries(
                  "",
                  points: trace.waveform.map { ChartPoint($0.time.siValue, $0.voltage) }
                )
              ],
              remark: "corners of \(report.steps.count) steps; readings at "
                + EngineeringText.text(report.steps.first?.voltageVolt ?? 0, "V")
            )
          )
        ],
        [
          .line(
            LineChart(
              title: "conductance",
              x: time,
              y: ChartAxis("conductance", unit: "S", scale: .logarithmic),
              series: [ChartSeries("readings", points: readings, drawing: .lineAndPoints)],
              bands: [
                ChartBand(
                  "target ± \(EngineeringText.plain(report.tolerancePercent)) %",
                  x: ends,
                  lower: ends.map { _ in target * (1 - tolerance) },
                  upper: ends.map { _ in target * (1 + tolerance) },
                  color: .green
                )
              ],
              references: [ChartReference("target", at: target, on: .vertical, color: .green)]
            )
          )
        ],
      ],
      panelWidth: 150,
      panelHeight: 70
    )
    .svg()
  }
}

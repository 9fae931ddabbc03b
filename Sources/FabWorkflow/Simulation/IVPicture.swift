import FabReports

/// The picture of a simulated curve: logarithmic and linear.
struct IVPicture {
  let report: IVReport

  func svg() -> [UInt8] {
    let device = SimulatedDevice(rawValue: report.device)
    let voltage = ChartAxis("voltage", unit: "V")
    let kelvin =
      report.temperatureKelvin.map { ", \(EngineeringText.plain($0, digits: 6)) K" } ?? ""
    let area = EngineeringText.plain(report.areaMm2)
    var subtitle = "simulated, \(area) mm2\(kelvin), \(Tool.name) \(Tool.version)"
    if let seed = report.multistate?.seed ?? report.binary?.seed { subtitle += ", seed \(seed)" }
    return ChartPage(
      title: "Current-voltage curve: \(device?.title ?? report.device)",
      subtitles: [subtitle],
      rows: [
        [
          .line(
            LineChart(
              title: "magnitude",
              x: voltage,
              y: ChartAxis("|current|", unit: "A", scale: .logarithmic),
              series: series { abs($0) }
            )
          ),
          .line(
            LineChart(
              title: "current",
              x: voltage,
              y: ChartAxis("current", unit: "A"),
              series: series { $0 }
            )
          ),
        ]
      ]
    )
    .svg()
  }

  /// The curve; a loop in parts between its turning points, each of which a reader can follow.
  private func series(_ shown: (Double) -> Double) -> [ChartSeries] {
    let (x, y) = (report.voltageVolt, report.currentAmpere.map(shown))
    guard let top = x.firstIndex(of: x.max() ?? 0), top < x.count - 1,
      let bottom = x.lastIndex(of: x.min() ?? 0)
    else {
      return [ChartSeries("", x: x, y: y)]
    }
    let parts = [
      ("1 rising", 0...top), ("2 falling", top...bottom), ("3 rising", bottom...(x.count - 1)),
    ]
    return parts.filter { $0.1.count > 1 }
      .map { name, range in ChartSeries(name, x: Array(x[range]), y: Array(y[range])) }
  }
}

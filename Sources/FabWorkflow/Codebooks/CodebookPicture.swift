import FabNumerics
import FabOperators
import FabReports
import Foundation

/// A codebook as a picture: curves with their spread, gains over both operands, errors of weights and lanes.
struct CodebookPicture {
  private let codebook: Codebook

  init(_ codebook: Codebook) {
    self.codebook = codebook
  }

  /// The bytes of the picture.
  var svg: [UInt8] {
    let identity = codebook.identity
    return ChartPage(
      title: "Codebook \(identity.name)",
      subtitles: [
        "\(identity.source.rawValue), \(identity.wafer), "
          + "\(EngineeringText.plain(identity.temperatureKelvin, digits: 5)) K, seed \(identity.seed)"
      ],
      rows: codebook.entries.map(panels),
      panelWidth: 110,
      panelHeight: 80
    )
    .svg()
  }

  private func panels(_ entry: CodebookEntry) -> [ChartPanel] {
    let name = entry.operation.rawValue
    switch entry.content {
    case .curve(let curve): return panels(curve, entry.operation)
    case .surface(let surface): return panels(surface, name)
    case .softmax(let units): return [panel(units, name)]
    case .weights(let errors): return [panel(errors, name)]
    }
  }

  /// The mean within two spreads, and single units as deviations from the ideal.
  private func panels(_ curve: ResponseCurve, _ name: OperatorName) -> [ChartPanel] {
    let inputs = curve.inputs
    func ends(_ sign: Double) -> [Double] {
      inputs.map { x in
        let (mean, spread) = (curve.mean(at: x), 2 * sign * curve.spread(at: x))
        return curve.scale == .linear ? mean + spread : mean * exp(spread)
      }
    }
    let response = LineChart(
      title: "\(name.rawValue): mean of \(curve.deviations.unitCount) units",
      x: ChartAxis("input"),
      y: ChartAxis("output"),
      series: [
        ChartSeries("mean", points: inputs.map { ChartPoint($0, curve.mean(at: $0)) }),
        ChartSeries(
          "ideal",
          points: inputs.map { ChartPoint($0, name.codebookIdeal(at: $0)) },
          isDashed: true
        ),
      ],
      bands: [ChartBand("± 2 unit spreads", x: inputs, lower: ends(-1), upper: ends(1))]
    )
    let units = curve.deviations.simulated
    var series: [ChartSeries] = [
      ChartSeries(
        "mean",
        points: inputs.map { ChartPoint($0, curve.mean(at: $0) - name.codebookIdeal(at: $0)) }
      )
    ]
    for unit in 0..<min(5, units.count) {
      series.append(
        ChartSeries(
          "unit \(unit + 1)",
          points: inputs.map { x in
            ChartPoint(x, curve.value(at: x, unit: unit, of: units) - name.codebookIdeal(at: x))
          }
        )
      )
    }
    let deviation = LineChart(
      title: "\(name.rawValue): deviation from the ideal",
      x: ChartAxis("input"),
      y: ChartAxis("output less ideal"),
      series: series
    )
    return [.line(response), .line(deviation)]
  }

  private func panels(_ surface: GainSurface, _ name: String) -> [ChartPanel] {
    func map(_ title: String, _ color: ColorMap, _ value: (Double, Double) -> Double) -> ChartPanel
    {
      let operands = surface.operands
      let range = log10(surface.domain.lowerBound)...log10(surface.domain.upperBound)
      return .heatMap(
        HeatMap(
          title: "\(name): \(title)",
          columns: .steps(ChartAxis("log10 of the first operand"), range),
          rows: .steps(ChartAxis("log10 of the second operand"), range),
          values: operands.map { y in operands.map { x in 100 * value(x, y) } },
          color: ChartAxis(title, unit: "%"),
          map: color,
          remark: "\(surface.deviations.unitCount) units"
        )
      )
    }
    return [
      map("mean gain less one", .diverging) { surface.gain($0, $1) - 1 },
      map("spread of the gain", .sequential) { surface.spread($0, $1) },
    ]
  }

  private func panel(_ errors: WeightErrors, _ name: String) -> ChartPanel {
    let (low, high) = (errors.domain.lowerBound, errors.domain.upperBound)
    let weights = (0...90).map { low + (high - low) * Double($0) / 90 }
    func ends(_ sign: Double) -> [Double] {
      weights.map { 100 * (errors.bias(at: $0) + sign * errors.spread(at: $0)) }
    }
    return .line(
      LineChart(
        title: "\(name): errors of programmed weights",
        x: ChartAxis("weight over the largest"),
        y: ChartAxis("relative error", unit: "%"),
        series: [
          ChartSeries(
            "mean",
            points: weights.map { ChartPoint($0, 100 * errors.bias(at: $0)) }
          )
        ],
        bands: [ChartBand("± 1 spread", x: weights, lower: ends(-1), upper: ends(1))],
        remark: "readings scatter by \(LayoutText.decimals(100 * errors.readoutSpread, 2)) %"
      )
    )
  }

  /// The saturation currents of the lanes, as they differ from their geometric mean.
  private func panel(_ units: SoftmaxUnits, _ name: String) -> ChartPanel {
    let logarithms = stride(from: 0, to: units.lanes.count, by: 5).map { log(units.lanes[$0]) }
    let mean = logarithms.reduce(0, +) / Double(logarithms.count)
    return .line(
      LineChart(
        title: "\(name): saturation currents of the lanes",
        x: ChartAxis("branch"),
        y: ChartAxis("over the geometric mean", unit: "%"),
        series: [
          ChartSeries(
            "",
            points: logarithms.prefix(2000).enumerated()
              .map { ChartPoint(Double($0 + 1), 100 * (exp($1 - mean) - 1)) },
            drawing: .points
          )
        ],
        remark: "\(units.unitCount) units of \(units.channelCount) lanes"
      )
    )
  }
}

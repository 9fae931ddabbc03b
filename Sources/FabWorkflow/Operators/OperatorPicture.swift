import FabLayout
import FabNumerics
import FabOperators
import FabReports

/// Pictures of an operator's errors: output against truth, and the error by region of the inputs.
struct OperatorPicture {
  private let study: OperatorStudy
  private let paperPercent: Double?

  init(_ study: OperatorStudy) {
    self.study = study
    paperPercent = PublishedFigures.meanRelativeErrorPercent(of: study.name)
  }

  /// The panels: a scatter of the first units' outputs, and a map or curve of errors.
  var panels: [ChartPanel] {
    [study.name.isCurve ? .line(curve) : .scatter(scatter), errors]
  }

  private var mean: String {
    let paper = paperPercent.map { "; paper \(LayoutText.decimals($0, 2)) %" } ?? ""
    return "mean \(LayoutText.decimals(100 * study.errors.relative.mean, 2)) %\(paper)"
  }

  private var scatter: ScatterChart {
    let unit = study.name.outputUnit
    return ScatterChart(
      title: "\(study.name.rawValue): output against truth",
      x: ChartAxis("ideal", unit: unit),
      y: ChartAxis("output", unit: unit),
      groups: [
        ChartSeries(
          "",
          points: study.sample.map { ChartPoint($0.ideal, $0.output) },
          drawing: .points
        )
      ],
      remark: mean
    )
  }

  /// Outputs over the input, with the ideal function of the first unit: functions of one variable look like themselves.
  private var curve: LineChart {
    let unit = study.name.outputUnit
    let ideals = study.sample.prefix { $0.first >= (study.sample.first?.first ?? 0) }
    var ideal: [ChartPoint] = []
    for trial in ideals {
      if let last = ideal.last, trial.first <= last.x { break }
      ideal.append(ChartPoint(trial.first, trial.ideal))
    }
    return LineChart(
      title: "\(study.name.rawValue): outputs and the ideal function",
      x: ChartAxis(study.name.firstCoordinate.label, unit: study.name.firstCoordinate.unit),
      y: ChartAxis("output", unit: unit),
      series: [
        ChartSeries(
          "units",
          points: study.sample.map { ChartPoint($0.first, $0.output) },
          drawing: .points
        ),
        ChartSeries("ideal", points: ideal, isDashed: false),
      ],
      remark: mean
    )
  }

  private var errors: ChartPanel {
    let map = study.map
    let percent = map.meanRelativeErrors.map { $0.map { $0.map { 100 * $0 } ?? .nan } }
    let axis = ChartAxis(
      study.name.firstCoordinate.label,
      unit: study.name.firstCoordinate.unit
    )
    if percent.count > 1 {
      return .heatMap(
        HeatMap(
          title: "\(study.name.rawValue): mean relative error by region",
          columns: .steps(axis, map.firstRange),
          rows: .steps(ChartAxis("second operand", unit: axis.unit), map.secondRange),
          values: percent,
          color: ChartAxis("mean relative error", unit: "%"),
          remark: "\(study.unitCount) units"
        )
      )
    }
    let width = (map.firstRange.upperBound - map.firstRange.lowerBound) / Double(percent[0].count)
    return .line(
      LineChart(
        title: "\(study.name.rawValue): mean relative error by region",
        x: axis,
        y: ChartAxis("mean relative error", unit: "%"),
        series: [
          ChartSeries(
            "",
            // Regions where nothing counts, because the ideal is near zero, have no point.
            points: percent[0].enumerated()
              .filter { $0.element.isFinite }
              .map { index, value in
                ChartPoint(map.firstRange.lowerBound + (Double(index) + 0.5) * width, value)
              },
            drawing: .lineAndPoints
          )
        ],
        remark: "\(study.unitCount) units"
      )
    )
  }
}

extension OperatorName {
  /// Whether the output is a function of one variable.
  var isCurve: Bool {
    switch self {
    case .softplus, .sigmoid, .gelu, .exponential: true
    case .divider, .multiplier, .vmm, .vmmSelector, .vmmSelectorAmplitude, .dynamicMultiply, .scale,
      .add, .batchNorm,
      .softmax, .softmaxComposed, .softmaxTailCurrent:
      false
    }
  }

  /// The unit of the operator's output; empty for plain numbers.
  var outputUnit: String {
    switch self {
    case .divider, .multiplier: "A"
    case .vmm, .vmmSelector, .vmmSelectorAmplitude, .dynamicMultiply, .exponential, .scale, .add,
      .batchNorm, .softmax,
      .softmaxComposed, .softmaxTailCurrent, .softplus, .sigmoid, .gelu:
      ""
    }
  }

  /// What the first coordinate of errors by region is.
  var firstCoordinate: (label: String, unit: String) {
    switch self {
    case .divider, .multiplier: ("first operand", "A")
    case .softplus, .sigmoid: ("voltage", "V")
    case .vmm, .vmmSelector, .vmmSelectorAmplitude, .dynamicMultiply: ("ideal result", "")
    case .exponential, .scale, .add, .batchNorm, .softmax, .softmaxComposed, .softmaxTailCurrent,
      .gelu:
      ("input", "")
    }
  }
}

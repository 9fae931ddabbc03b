import FabQuality
import FabStore

/// Figures of uniformity for people and programs.
struct UniformityTable {
  /// A figure with its formula.
  struct Figure: Encodable {
    let measure: String
    let name: String
    let formula: String
    let value: Double?
    let unit: String
    let lower: Double?
    let upper: Double?
    let reason: String?

    init(_ figure: UniformityFigure) {
      measure = figure.measure.rawValue
      name = figure.name
      formula = figure.formula
      value = figure.value
      unit = figure.unit
      lower = figure.interval?.lowerBound
      upper = figure.interval?.upperBound
      reason = figure.reason
    }
  }

  /// How well a surface of some order predicts values that it wasn't fitted to.
  struct Order: Encodable {
    let order: Int
    let leaveOneOutError: Double
  }

  /// The surface through the values.
  struct Surface: Encodable {
    let order: Int
    let leaveOneOutError: Double
    let residualDeviation: Double
    let orders: [Order]
  }

  /// What the JSON has.
  struct Summary: Encodable {
    let wafer: String
    let characteristic: String
    let component: String
    let unit: String
    let isGenerated: Bool
    let values: Int
    let missing: Int
    let excluded: Int
    let edgeExclusionMm: Double
    let figures: [Figure]
    /// The same figures once a plane is taken off.
    let planeRemoved: [Figure]?
    let tiltDirectionDegree: Double?
    let surface: Surface?
  }

  let summary: Summary
  private let sites: [WaferReading.Place]

  init(
    reading: WaferReading,
    report: FabQuality.UniformityReport,
    planeless: FabQuality.UniformityReport?,
    tiltDirection: Double?,
    surface: SurfaceFit?
  ) {
    let kept: Set<UniformityMeasure> = [
      .standardDeviation, .relativeDeviation, .halfRangeOverMean, .contrast, .range,
      .interquartileRange,
    ]
    sites = reading.places
    summary = Summary(
      wafer: reading.wafer.code,
      characteristic: reading.characteristic.code,
      component: reading.component,
      unit: reading.characteristic.unit,
      isGenerated: reading.isGenerated,
      values: report.count,
      missing: report.missing,
      excluded: reading.places.count(where: \.isExcluded),
      edgeExclusionMm: report.edgeExclusion,
      figures: report.figures.map(Figure.init),
      planeRemoved: planeless.map { report in
        report.figures.filter { kept.contains($0.measure) }.map(Figure.init)
      },
      tiltDirectionDegree: tiltDirection,
      surface: surface.map { fit in
        Surface(
          order: fit.order,
          leaveOneOutError: fit.leaveOneOutError,
          residualDeviation: fit.residualDeviation,
          orders: fit.errorsByOrder.sorted { $0.key < $1.key }
            .map { Order(order: $0.key, leaveOneOutError: $0.value) }
        )
      }
    )
  }

  var text: String {
    let name =
      summary.component.isEmpty
      ? summary.characteristic : "\(summary.component).\(summary.characteristic)"
    var text =
      "\(name) of wafer \(summary.wafer)\(summary.isGenerated ? ", generated values" : ""): "
      + "\(summary.values) sites, \(summary.missing) without a value, \(summary.excluded) within "
      + "\(LayoutText.shortest(summary.edgeExclusionMm)) mm of the edge left out\n\n"
      + Self.table(summary.figures)
    if let direction = summary.tiltDirectionDegree {
      text += "the tilt rises at \(LayoutText.decimals(direction, 0))° from the x axis\n"
    }
    if let planeless = summary.planeRemoved {
      text += "\nwithout a plane\n" + Self.table(planeless)
    }
    if let surface = summary.surface {
      let orders = surface.orders
        .map { "\($0.order): \(EngineeringText.plain($0.leaveOneOutError, digits: 3))" }
        .joined(separator: ", ")
      text +=
        "\nsurface of order \(surface.order) by leave-one-out (error by order \(orders)), residual "
        + "deviation \(EngineeringText.plain(surface.residualDeviation, digits: 3)) \(summary.unit)\n"
    }
    return text
  }

  private static func table(_ figures: [Figure]) -> String {
    func number(_ value: Double) -> String { EngineeringText.plain(value, digits: 5) }
    var table = TextTable([
      ("figure", .left), ("value", .right), ("unit", .left), ("95 % interval", .left),
      ("formula", .left),
    ])
    table.rows = figures.map { figure in
      var interval = figure.reason ?? ""
      if let lower = figure.lower, let upper = figure.upper {
        interval = "\(number(lower)) to \(number(upper))"
      }
      return [
        figure.name, figure.value.map(number) ?? "-", figure.value == nil ? "" : figure.unit,
        interval, figure.formula,
      ]
    }
    return table.text
  }

  var csv: String {
    "site,xMm,yMm,value,excluded\n"
      + sites.map {
        "\($0.site.name),\($0.site.x),\($0.site.y),\($0.value.map { "\($0)" } ?? ""),"
          + "\($0.isExcluded ? 1 : 0)\n"
      }
      .joined()
  }
}

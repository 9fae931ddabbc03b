public import FabNumerics

/// All usual figures of uniformity of values at sites of one wafer.
public struct UniformityReport: Hashable, Sendable {
  /// The figures in the order of ``UniformityMeasure``.
  public let figures: [UniformityFigure]
  /// Mean, spread and quantiles.
  public let statistics: SampleStatistics
  /// The number of sites with a value.
  public let count: Int
  /// The number of sites without one.
  public let missing: Int
  /// The width of the rim without sites, in millimetre.
  public let edgeExclusion: Double
  /// The unit of the values.
  public let unit: String
  /// The probability with which the intervals cover the truth.
  public let level: Double

  /// Computes the figures.
  ///
  /// - Parameters:
  ///   - values: A value at each site, `nil` where there is none.
  ///   - sites: The sites.
  ///   - unit: The unit of the values.
  ///   - edgeExclusion: The width of the rim without sites, in millimetre.
  ///   - level: The probability with which intervals cover the truth.
  /// - Throws: ``QualityError/notFinite(index:)``, ``QualityError/mismatched(found:expected:)``,
  ///   ``QualityError/tooFew(found:needed:)`` for fewer than two values,
  ///   ``QualityError/outOfRange(parameter:found:expected:)``.
  public init(
    _ values: [Double?],
    at sites: [SamplingSite],
    unit: String,
    edgeExclusion: Double,
    level: Double = 0.95
  ) throws(QualityError) {
    guard values.count == sites.count else {
      throw .mismatched(found: values.count, expected: sites.count)
    }
    try QualityError.check(values.map { $0 ?? 0 })
    guard level > 0, level < 1 else {
      throw .outOfRange(parameter: "level", found: level, expected: "between 0 and 1")
    }
    let measured = zip(values, sites).compactMap { value, site in value.map { ($0, site) } }
    guard measured.count >= 2, let sample = SampleStatistics(measured.map(\.0)) else {
      throw .tooFew(found: measured.count, needed: 2)
    }
    statistics = sample
    count = measured.count
    missing = values.count - measured.count
    self.unit = unit
    self.edgeExclusion = edgeExclusion
    self.level = level
    let shape = WaferShape(measured.map(\.0), at: measured.map(\.1), level: level)
    figures = UniformityMeasure.allCases.map { measure in
      let found = Self.figure(measure, sample, shape, level)
      return UniformityFigure(
        measure: measure,
        value: found.value,
        unit: measure.isPercentage ? "%" : unit,
        interval: found.interval,
        reason: found.reason
      )
    }
  }

  /// Returns one of the figures.
  public subscript(measure: UniformityMeasure) -> UniformityFigure? {
    figures.first { $0.measure == measure }
  }

  private typealias Found = (value: Double?, interval: ClosedRange<Double>?, reason: String?)

  private static func figure(
    _ measure: UniformityMeasure,
    _ sample: SampleStatistics,
    _ shape: WaferShape?,
    _ level: Double
  ) -> Found {
    let noMean: Found = (nil, nil, "a percentage of a mean that isn't positive says nothing")
    let noShape: Found = (nil, nil, "the sites are too few, or on too few rings and lines")
    let deviation = sample.standardDeviation
    switch measure {
    case .mean: return (sample.mean, sample.meanInterval(level: level), nil)
    case .standardDeviation:
      return (deviation, sample.standardDeviationInterval(level: level), nil)
    case .relativeDeviation:
      guard sample.mean > 0 else { return noMean }
      return (
        100 * deviation / sample.mean, relativeInterval(sample, level), nil
      )
    case .halfRangeOverMean:
      guard sample.mean > 0 else { return noMean }
      return (100 * sample.range / (2 * sample.mean), nil, nil)
    case .contrast:
      guard sample.minimum >= 0, sample.maximum > 0 else {
        return (nil, nil, "the contrast of values below zero says nothing")
      }
      return (100 * sample.range / (sample.maximum + sample.minimum), nil, nil)
    case .range: return (sample.range, nil, nil)
    case .interquartileRange: return (sample.interquartileRange, nil, nil)
    case .radialComponent:
      guard let shape else { return noShape }
      return (shape.radial, shape.radialInterval, nil)
    case .tiltComponent:
      guard let shape else { return noShape }
      return (shape.tilt, nil, nil)
    case .residualDeviation:
      guard let shape else { return noShape }
      return (shape.residualDeviation, nil, nil)
    }
  }

  /// > Source: M. G. Vangel, *Confidence intervals for a normal coefficient of variation*, Am. Stat. 50, 21 (1996),
  /// > doi 10.1080/00031305.1996.10473537, the modified McKay interval.
  private static func relativeInterval(
    _ sample: SampleStatistics,
    _ level: Double
  ) -> ClosedRange<Double>? {
    let freedom = Double(sample.count - 1)
    let share = sample.standardDeviation / sample.mean
    let distribution = ChiSquareDistribution(degreesOfFreedom: freedom)
    let ends = [0.5 + level / 2, 0.5 - level / 2]
      .map { probability in
        let u = distribution.quantile(probability)
        return ((u + 2) / (freedom + 1) - 1) * share * share + u / freedom
      }
    // With a spread far above the mean the interval has no upper end.
    guard ends[0] > 0, ends[1] > 0 else { return nil }
    let low = 100 * share / ends[0].squareRoot()
    let high = 100 * share / ends[1].squareRoot()
    return low <= high ? low...high : nil
  }
}

import FabNumerics

/// Computes limits from a baseline.
public enum ControlBaseline {
  /// Returns the limits of single values and of their moving ranges.
  ///
  /// - Throws: ``QualityError/notFinite(index:)``, ``QualityError/tooFew(found:needed:)`` for fewer than two values,
  ///   ``QualityError/noSpread``, ``QualityError/outOfRange(parameter:found:expected:)``.
  ///
  /// > Source: D. C. Montgomery, *Introduction to Statistical Quality Control*, 7th ed., Wiley 2013, section 6.4:
  /// > `sigma = mean moving range/d2(2)`.
  public static func individuals(
    _ values: [Double],
    parameters: ControlParameters = ControlParameters()
  ) throws(QualityError) -> (individual: ControlLimits, movingRange: ControlLimits) {
    let base = try base(of: values, parameters)
    let two = try ChartConstants(size: 2)
    let meanRange = base.sigma * two.d2
    let individual = ControlLimits(
      statistic: .individual,
      centerLine: base.mean,
      lower: base.mean - parameters.width * base.sigma,
      upper: base.mean + parameters.width * base.sigma,
      pointSigma: base.sigma,
      sigma: base.sigma,
      baselineCount: values.count,
      subgroupSize: 1,
      parameters: parameters
    )
    let movingRange = spread(
      .movingRange,
      center: meanRange,
      pointSigma: two.d3 * base.sigma,
      sigma: base.sigma,
      (count: values.count, size: 1),
      parameters
    )
    return (individual, movingRange)
  }

  /// Returns the limits of the means and of the ranges of subgroups.
  ///
  /// - Throws: ``QualityError/notFinite(index:)``, ``QualityError/tooFew(found:needed:)`` for fewer than two
  ///   subgroups, ``QualityError/mismatched(found:expected:)`` for subgroups of different sizes,
  ///   ``QualityError/noSpread``, ``QualityError/outOfRange(parameter:found:expected:)``.
  public static func meansAndRanges(
    _ subgroups: [[Double]],
    parameters: ControlParameters = ControlParameters()
  ) throws(QualityError) -> (mean: ControlLimits, range: ControlLimits) {
    let samples = try samples(of: subgroups, parameters)
    let constants = try ChartConstants(size: subgroups[0].count)
    let center = average(samples.map(\.range))
    let sigma = center / constants.d2
    guard sigma > 0 else { throw .noSpread }
    let counts = (count: subgroups.count, size: constants.size)
    return (
      means(.meanByRange, samples, sigma: sigma, counts, parameters),
      spread(
        .range,
        center: center,
        pointSigma: constants.d3 * sigma,
        sigma: sigma,
        counts,
        parameters
      )
    )
  }

  /// Returns the limits of the means and of the standard deviations of subgroups.
  ///
  /// - Throws: As ``meansAndRanges(_:parameters:)``.
  public static func meansAndDeviations(
    _ subgroups: [[Double]],
    parameters: ControlParameters = ControlParameters()
  ) throws(QualityError) -> (mean: ControlLimits, deviation: ControlLimits) {
    let samples = try samples(of: subgroups, parameters)
    let constants = try ChartConstants(size: subgroups[0].count)
    let center = average(samples.map(\.standardDeviation))
    let sigma = center / constants.c4
    guard sigma > 0 else { throw .noSpread }
    let counts = (count: subgroups.count, size: constants.size)
    return (
      means(.meanByDeviation, samples, sigma: sigma, counts, parameters),
      spread(
        .deviation,
        center: center,
        pointSigma: constants.deviationSpread * sigma,
        sigma: sigma,
        counts,
        parameters
      )
    )
  }

  /// Returns the limits of the weighted average of single values; those of a long series.
  ///
  /// - Throws: As ``individuals(_:parameters:)``.
  ///
  /// > Source: S. W. Roberts, *Control chart tests based on geometric moving averages*, Technometrics 1, 239 (1959),
  /// > doi 10.1080/00401706.1959.10489860: `sigma sqrt(w/(2 - w))`.
  public static func weightedAverage(
    _ values: [Double],
    parameters: ControlParameters = ControlParameters()
  ) throws(QualityError) -> ControlLimits {
    let base = try base(of: values, parameters)
    let pointSigma = base.sigma * (parameters.weight / (2 - parameters.weight)).squareRoot()
    return ControlLimits(
      statistic: .weightedAverage,
      centerLine: base.mean,
      lower: base.mean - parameters.width * pointSigma,
      upper: base.mean + parameters.width * pointSigma,
      pointSigma: pointSigma,
      sigma: base.sigma,
      baselineCount: values.count,
      subgroupSize: 1,
      parameters: parameters
    )
  }

  /// Returns the limits of the cumulative sums of single values.
  ///
  /// - Throws: As ``individuals(_:parameters:)``.
  ///
  /// > Source: E. S. Page, *Continuous inspection schemes*, Biometrika 41, 100 (1954), doi 10.1093/biomet/41.1-2.100.
  public static func cumulativeSum(
    _ values: [Double],
    parameters: ControlParameters = ControlParameters()
  ) throws(QualityError) -> ControlLimits {
    let base = try base(of: values, parameters)
    return ControlLimits(
      statistic: .cumulativeSum,
      centerLine: base.mean,
      lower: -parameters.decision,
      upper: parameters.decision,
      pointSigma: base.sigma,
      sigma: base.sigma,
      baselineCount: values.count,
      subgroupSize: 1,
      parameters: parameters
    )
  }

  private static func base(
    of values: [Double],
    _ parameters: ControlParameters
  ) throws(QualityError) -> (mean: Double, sigma: Double) {
    try parameters.check()
    try QualityError.check(values)
    guard values.count >= 2 else { throw .tooFew(found: values.count, needed: 2) }
    let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
    let sigma = average(ranges) / (try ChartConstants(size: 2)).d2
    guard sigma > 0 else { throw .noSpread }
    return (average(values), sigma)
  }

  private static func samples(
    of subgroups: [[Double]],
    _ parameters: ControlParameters
  ) throws(QualityError) -> [SampleStatistics] {
    try parameters.check()
    guard subgroups.count >= 2 else { throw .tooFew(found: subgroups.count, needed: 2) }
    var samples: [SampleStatistics] = []
    for (index, subgroup) in subgroups.enumerated() {
      guard subgroup.count == subgroups[0].count else {
        throw .mismatched(found: subgroup.count, expected: subgroups[0].count)
      }
      guard !subgroup.isEmpty else { throw .tooFew(found: 0, needed: 2) }
      guard let sample = SampleStatistics(subgroup) else { throw .notFinite(index: index) }
      samples.append(sample)
    }
    return samples
  }

  private static func means(
    _ statistic: ControlStatistic,
    _ samples: [SampleStatistics],
    sigma: Double,
    _ counts: (count: Int, size: Int),
    _ parameters: ControlParameters
  ) -> ControlLimits {
    let center = average(samples.map(\.mean))
    let pointSigma = sigma / Double(counts.size).squareRoot()
    return ControlLimits(
      statistic: statistic,
      centerLine: center,
      lower: center - parameters.width * pointSigma,
      upper: center + parameters.width * pointSigma,
      pointSigma: pointSigma,
      sigma: sigma,
      baselineCount: counts.count,
      subgroupSize: counts.size,
      parameters: parameters
    )
  }

  /// Limits of a figure that can't be negative: no lower one where it would lie below zero.
  private static func spread(
    _ statistic: ControlStatistic,
    center: Double,
    pointSigma: Double,
    sigma: Double,
    _ counts: (count: Int, size: Int),
    _ parameters: ControlParameters
  ) -> ControlLimits {
    let lower = center - parameters.width * pointSigma
    return ControlLimits(
      statistic: statistic,
      centerLine: center,
      lower: lower > 0 ? lower : nil,
      upper: center + parameters.width * pointSigma,
      pointSigma: pointSigma,
      sigma: sigma,
      baselineCount: counts.count,
      subgroupSize: counts.size,
      parameters: parameters
    )
  }

  private static func average(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}

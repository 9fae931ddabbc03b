public import FabNumerics

/// How a process fits its specification: Cp and Cpk by the spread within subgroups, Pp and Ppk by that of all values.
///
/// > Source: V. E. Kane, *Process capability indices*, J. Qual. Technol. 18, 41 (1986),
/// > doi 10.1080/00224065.1986.11978984; intervals: A. F. Bissell, *How reliable is your capability index?*, Appl.
/// > Stat. 39, 331 (1990), doi 10.2307/2347383.
public struct CapabilityReport: Hashable, Sendable {
  /// The number of values below which an index says little.
  public static let fewestValues = 30

  /// Tolerance over six sigma within subgroups; `nil` for one-sided limits.
  public let cp: CapabilityIndex?
  /// Distance of the mean from the nearer limit over three sigma within subgroups.
  public let cpk: CapabilityIndex
  /// Tolerance over six sigma of all values; `nil` for one-sided limits.
  public let pp: CapabilityIndex?
  /// Distance of the mean from the nearer limit over three sigma of all values.
  public let ppk: CapabilityIndex
  /// Mean and spread of all values.
  public let statistics: SampleStatistics
  /// The spread within subgroups, free of bias.
  public let withinSigma: Double
  /// The share of values outside the specification, as counted.
  public let observedOutside: Double
  /// The share outside that a normal process of the overall spread would have.
  public let expectedOutside: Double
  /// The test for a normal distribution; `nil` for fewer than eight values.
  public let normality: NormalityTest?
  /// What the reader should know, as sentences without a final period.
  public let notes: [String]

  /// Computes the indices.
  ///
  /// - Parameters:
  ///   - subgroups: Values that belong together, such as those of one wafer; single values as subgroups of one, in
  ///     the order of time. Subgroups of different sizes are pooled.
  ///   - specification: The limits.
  ///   - level: The probability with which intervals cover the truth.
  /// - Throws: ``QualityError/notFinite(index:)``, ``QualityError/tooFew(found:needed:)`` for fewer than two values,
  ///   ``QualityError/noSpread``, ``QualityError/outOfRange(parameter:found:expected:)``.
  public init(
    _ subgroups: [[Double]],
    specification: SpecificationLimits,
    level: Double = 0.95
  ) throws(QualityError) {
    guard level > 0, level < 1 else {
      throw .outOfRange(parameter: "level", found: level, expected: "between 0 and 1")
    }
    let values = subgroups.flatMap { $0 }
    try QualityError.check(values)
    guard values.count >= 2, let sample = SampleStatistics(values) else {
      throw .tooFew(found: values.count, needed: 2)
    }
    let within = try Self.within(subgroups)
    guard sample.standardDeviation > 0, within.sigma > 0 else { throw .noSpread }
    statistics = sample
    withinSigma = within.sigma
    cp = Self.potential(specification, within.sigma, within.freedom, level)
    pp = Self.potential(specification, sample.standardDeviation, Double(values.count - 1), level)
    cpk = Self.actual(specification, sample, within.sigma, within.freedom, level)
    ppk = Self.actual(
      specification,
      sample,
      sample.standardDeviation,
      Double(values.count - 1),
      level
    )
    let outside = values.filter { value in
      specification.lower.map { value < $0 } ?? false
        || specification.upper.map { value > $0 } ?? false
    }
    observedOutside = Double(outside.count) / Double(values.count)
    let below =
      specification.lower.map {
        NormalDistribution.probability(below: ($0 - sample.mean) / sample.standardDeviation)
      } ?? 0
    let above =
      specification.upper.map {
        NormalDistribution.probability(below: (sample.mean - $0) / sample.standardDeviation)
      } ?? 0
    expectedOutside = below + above
    normality = NormalityTest(values)
    notes = Self.notes(values.count, normality)
  }

  private static func notes(_ count: Int, _ normality: NormalityTest?) -> [String] {
    var notes: [String] = []
    if count < fewestValues {
      notes.append("\(count) values give wide intervals; take \(fewestValues) or more")
    }
    if let normality {
      if normality.pValue < 0.05 {
        notes.append(
          "the values are hardly normal (Anderson-Darling): the indices say little about the share outside"
        )
      }
    } else {
      notes.append("whether the values are normal wasn't tested: that needs eight")
    }
    return notes
  }

  /// The pooled spread; that of moving ranges where every subgroup is a single value.
  ///
  /// > Source: Moving ranges of pairs have 0.62 (n - 1) equivalent degrees of freedom about: D. J. Wheeler,
  /// > *Advanced Topics in Statistical Process Control*, SPC Press 1995, table A.11.
  private static func within(
    _ subgroups: [[Double]]
  ) throws(QualityError) -> (sigma: Double, freedom: Double) {
    let samples = subgroups.compactMap(SampleStatistics.init)
    let freedom = samples.reduce(0) { $0 + $1.count - 1 }
    if freedom > 0 {
      let sum = samples.reduce(0) {
        $0 + Double($1.count - 1) * $1.standardDeviation * $1.standardDeviation
      }
      return ((sum / Double(freedom)).squareRoot(), Double(freedom))
    }
    let values = samples.map(\.mean)
    let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
    let mean = ranges.reduce(0, +) / Double(ranges.count)
    let equivalent = max(1, 0.62 * Double(values.count - 1))
    return (mean / (try ChartConstants(size: 2)).d2, equivalent)
  }

  private static func potential(
    _ specification: SpecificationLimits,
    _ sigma: Double,
    _ freedom: Double,
    _ level: Double
  ) -> CapabilityIndex? {
    guard let tolerance = specification.tolerance else { return nil }
    let value = tolerance / (6 * sigma)
    let distribution = ChiSquareDistribution(degreesOfFreedom: freedom)
    let low = (distribution.quantile(0.5 - level / 2) / freedom).squareRoot()
    let high = (distribution.quantile(0.5 + level / 2) / freedom).squareRoot()
    return CapabilityIndex(value: value, interval: value * low...value * high)
  }

  private static func actual(
    _ specification: SpecificationLimits,
    _ sample: SampleStatistics,
    _ sigma: Double,
    _ freedom: Double,
    _ level: Double
  ) -> CapabilityIndex {
    let distances = [
      specification.lower.map { sample.mean - $0 }, specification.upper.map { $0 - sample.mean },
    ]
    let value = (distances.compactMap { $0 }.min() ?? 0) / (3 * sigma)
    let variance = 1 / (9 * Double(sample.count)) + value * value / (2 * freedom)
    let half = NormalDistribution.quantile(0.5 + level / 2) * variance.squareRoot()
    return CapabilityIndex(value: value, interval: value - half...value + half)
  }
}

import FabNumerics

/// A crossed gauge study: every operator measures every part some times; variances by two-way analysis.
///
/// > Source: D. C. Montgomery, G. C. Runger, *Gauge capability and designed experiments, part II*, Qual. Eng. 6, 289
/// > (1993), doi 10.1080/08982119308918725: the random two-way model; names and verdicts as in AIAG, *Measurement
/// > Systems Analysis*, 4th ed., 2010.
public struct GaugeStudy: Hashable, Sendable {
  /// The number of parts.
  public let partCount: Int
  /// The number of operators.
  public let operatorCount: Int
  /// The number of repeats.
  public let repeatCount: Int
  /// What each source adds.
  public let components: [GaugeSource: GaugeComponent]
  /// Repeatability and reproducibility together.
  public let gauge: GaugeComponent
  /// All sources together.
  public let total: GaugeComponent
  /// The p value of the interaction of operators and parts.
  public let interactionPValue: Double
  /// Whether the interaction was pooled with repeatability, having a p value above the threshold.
  public let isInteractionPooled: Bool
  /// How many classes of parts the gauge tells apart: `floor(1.41 PV/GRR)`, at least one.
  public let distinctCategories: Int
  /// The verdict by the share of the variation.
  public let verdict: GaugeVerdict
  /// The verdict by the share of the tolerance; `nil` without one.
  public let toleranceVerdict: GaugeVerdict?
  /// What the reader should know, as sentences without a final period.
  public let notes: [String]

  /// Analyses a study.
  ///
  /// - Parameters:
  ///   - values: The measurements; shape `[part, operator, repeat]`.
  ///   - tolerance: The width of the specification.
  ///   - poolingThreshold: The p value above which the interaction is taken for repeatability; one keeps it always.
  /// - Throws: ``QualityError/notFinite(index:)`` with the index of the part, ``QualityError/tooFew(found:needed:)`` for
  ///   fewer than two parts, operators or repeats, ``QualityError/mismatched(found:expected:)`` for missing
  ///   measurements, ``QualityError/noSpread``, ``QualityError/outOfRange(parameter:found:expected:)``.
  public init(
    _ values: [[[Double]]],
    tolerance: Double? = nil,
    poolingThreshold: Double = 0.25
  ) throws(QualityError) {
    if let tolerance, !(tolerance > 0 && tolerance.isFinite) {
      throw .outOfRange(parameter: "tolerance", found: tolerance, expected: "above zero")
    }
    let table = try GaugeTable(values)
    let p = Double(table.parts)
    let o = Double(table.operators)
    let r = Double(table.repeats)
    let errorFreedom = p * o * (r - 1)
    let crossFreedom = (p - 1) * (o - 1)
    let crossSquare = table.interaction / crossFreedom
    let errorSquare = table.error / errorFreedom
    guard table.total > 0 else { throw .noSpread }
    interactionPValue =
      errorSquare > 0
      ? FDistribution(numeratorFreedom: crossFreedom, denominatorFreedom: errorFreedom)
        .probability(above: crossSquare / errorSquare) : 0
    isInteractionPooled = interactionPValue > poolingThreshold
    let partSquare = table.byPart / (p - 1)
    let operatorSquare = table.byOperator / (o - 1)
    let pooled = (table.interaction + table.error) / (crossFreedom + errorFreedom)
    let repeatability = isInteractionPooled ? pooled : errorSquare
    let reference = isInteractionPooled ? pooled : crossSquare
    let estimates: [GaugeSource: Double] = [
      .repeatability: repeatability,
      .operators: (operatorSquare - reference) / (p * r),
      .interaction: isInteractionPooled ? 0 : (crossSquare - errorSquare) / r,
      .parts: (partSquare - reference) / (o * r),
    ]
    let variances = estimates.mapValues { max(0, $0) }
    func variance(_ sources: [GaugeSource]) -> Double {
      sources.reduce(0) { $0 + (variances[$1] ?? 0) }
    }
    let gaugeVariance = variance([.repeatability, .operators, .interaction])
    let totalVariance = variance(GaugeSource.allCases)
    func component(_ variance: Double, wasNegative: Bool = false) -> GaugeComponent {
      GaugeComponent(
        variance: variance,
        wasNegative: wasNegative,
        percentStudyVariation: 100 * (variance / totalVariance).squareRoot(),
        percentTolerance: tolerance.map { 600 * variance.squareRoot() / $0 }
      )
    }
    guard totalVariance > 0 else { throw .noSpread }
    partCount = table.parts
    operatorCount = table.operators
    repeatCount = table.repeats
    components = estimates.mapValues { component(max(0, $0), wasNegative: $0 < 0) }
    gauge = component(gaugeVariance)
    total = component(totalVariance)
    let ratio = gaugeVariance > 0 ? (variance([.parts]) / gaugeVariance).squareRoot() : .infinity
    distinctCategories = max(1, Int(min(1.41 * ratio, 1e6)))
    verdict = GaugeVerdict(percent: gauge.percentStudyVariation)
    toleranceVerdict = gauge.percentTolerance.map(GaugeVerdict.init(percent:))
    notes = GaugeSource.allCases.compactMap { source in
      guard let estimate = estimates[source], estimate < 0 else { return nil }
      return "the variance of \(source.rawValue) came out negative and is set to zero"
    }
  }
}

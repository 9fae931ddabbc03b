public import FabDiagnostics
import FabMetrology
import FabNumerics

/// What `measure claim` does: whether published spreads over a wafer can be told from the noise of their measurement.
public struct ClaimJob {
  /// The number of sites that is asked about, besides the usual ones.
  public var sites: Int?
  /// The distance of a spectrum's points, nm.
  public var stepNm = 1.0
  /// The standard deviation of its absorbance.
  public var noise = 0.003
  /// The distance of a scan's points, degree.
  public var stepDeg = 0.02
  /// The counts of the reflection at its top.
  public var counts = 3000.0
  /// How often noise is drawn.
  public var draws = 200
  /// The seed.
  public var seed: UInt64 = 1

  /// The numbers of sites of the usual plans, and of all PCUs.
  private static let plans = [5, 9, 13, 25, 49, 101]
  private static let confidence = 0.95
  /// The spread of the absorption edge over a wafer, nm.
  ///
  /// > Source: Adv. Sci. 2025, 12(33), e04706: sigma of the absorption edge 0.63 nm, of the reflection 0.01 degree.
  private static let edgeDeviation = 0.63
  private static let peakDeviation = 0.01

  /// Creates a job.
  public init() {}

  /// Draws spectra and scans of one film and compares.
  ///
  /// - Throws: A ``DiagnosticError`` with `fit-failed` where the noise hides edge or reflection.
  public func run() throws(DiagnosticError) -> CommandOutput {
    var claims: [ClaimReport.Claim] = []
    for method in [EdgeMethod.defaultSigmoid, .defaultInflection] {
      var generator = Xoshiro256(seed: seed)
      let deviation = try UniformityClaim.edgeNoise(
        of: method,
        step: stepNm,
        noise: noise,
        draws: draws,
        using: &generator
      )
      claims.append(
        claim("absorption edge", "nm", Self.edgeDeviation, method.text, deviation)
      )
    }
    var peak = SyntheticPeak()
    peak.profile.height = counts
    for method in [PeakMethod.defaultFit, .maximum(window: PeakMethod.defaultWindow)] {
      var generator = Xoshiro256(seed: seed)
      let deviation = try UniformityClaim.peakNoise(
        of: method,
        peak: peak,
        step: stepDeg,
        draws: draws,
        using: &generator
      )
      claims.append(
        claim("(110) reflection", "deg", Self.peakDeviation, method.text, deviation)
      )
    }
    let report = ClaimReport(
      stepNm: stepNm,
      noiseAbsorbance: noise,
      stepDeg: stepDeg,
      peakCounts: counts,
      draws: draws,
      confidence: Self.confidence,
      claims: claims
    )
    return CommandOutput(text: Self.text(report), json: JSONText.encode(report))
  }

  private func claim(
    _ quantity: String,
    _ unit: String,
    _ claimed: Double,
    _ method: String,
    _ noise: Double
  ) -> ClaimReport.Claim {
    let question = UniformityClaim(deviation: claimed, noise: noise)
    let quantile: (Double, Double) -> Double = {
      ChiSquareDistribution(degreesOfFreedom: $1).quantile($0)
    }
    let counts = Set(Self.plans + (sites.map { [$0] } ?? [])).sorted()
    return ClaimReport.Claim(
      quantity: quantity,
      unit: unit,
      claimedDeviation: claimed,
      method: method,
      noiseDeviation: noise,
      rows: counts.map { count in
        let interval = UniformityClaim.interval(
          count: count,
          level: Self.confidence,
          quantile: quantile
        )
        let freedom = Double(count - 1)
        return ClaimReport.Row(
          sites: count,
          trueDeviationLow: claimed * interval.lowerBound,
          trueDeviationHigh: claimed * interval.upperBound,
          noiseLimit: noise * (quantile(Self.confidence, freedom) / freedom).squareRoot(),
          verdict:
            question.verdict(
              count: count,
              level: Self.confidence,
              quantile: quantile
            )
            .rawValue
        )
      }
    )
  }

  private static func text(_ report: ClaimReport) -> String {
    func number(_ value: Double) -> String { EngineeringText.plain(value, digits: 3) }
    var text =
      "spectra with \(number(report.stepNm)) nm steps and \(number(report.noiseAbsorbance)) absorbance noise; scans with "
      + "\(number(report.stepDeg)) deg steps and \(number(report.peakCounts)) counts; \(report.draws) draws\n"
    let percent = number(100 * report.confidence)
    for claim in report.claims {
      text +=
        "\n\(claim.quantity) by \(claim.method)\n"
        + "published sigma \(number(claim.claimedDeviation)) \(claim.unit); noise alone gives "
        + "\(number(claim.noiseDeviation)) \(claim.unit)\n"
      var table = TextTable([
        ("sites", .right), ("true sigma, \(percent) % from", .right), ("to", .right),
        ("noise stays below", .right), ("verdict", .left),
      ])
      table.rows = claim.rows.map { row in
        [
          "\(row.sites)", number(row.trueDeviationLow), number(row.trueDeviationHigh),
          number(row.noiseLimit), Self.meaning(row.verdict),
        ]
      }
      text += table.text
    }
    return text
  }

  private static func meaning(_ verdict: String) -> String {
    switch UniformityClaim.Verdict(rawValue: verdict) {
    case .noise?: "noise alone would give it"
    case .loose?: "more than noise, not known within a factor of two"
    case .resolved?: "known within a factor of two"
    case nil: verdict
    }
  }
}

import FabNumerics
import FabOperators

extension OperatorReport {
  /// Composes the report of a study.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - limit: What it's held against.
  ///   - placements: The placements on a layout; `nil` for a bench.
  init(_ study: OperatorStudy, limit: OperatorLimit, placements: [UnitPlacement]? = nil) {
    let errors = study.errors
    self.init(name: study.name, limit: limit, verdict: Self.verdict(limit.admits(study)))
    units = study.unitCount
    failedUnits = study.failures.count
    meanRelativeErrorPercent = 100 * errors.relative.mean
    standardErrorPercent = 100 * errors.unitMeans.standardError
    medianRelativeErrorPercent = 100 * errors.relative.median
    percentile95RelativeErrorPercent = 100 * errors.relative.quantile(0.95)
    meanSignedErrorPercent = 100 * errors.bias
    meanFullScaleErrorPercent = 100 * errors.fullScale.mean
    meanMaximumFullScaleErrorPercent = 100 * errors.unitMaxima.mean
    tenUnitSpreadPercent = errors.tenUnitSpread.map { 100 * $0 }
    regions = Regions(
      first: [study.map.firstRange.lowerBound, study.map.firstRange.upperBound],
      second: [study.map.secondRange.lowerBound, study.map.secondRange.upperBound],
      meanRelativeErrorPercent: study.map.meanRelativeErrors.map { $0.map { $0.map { 100 * $0 } } }
    )
    guard let placements else { return }
    self.placements = placements.count
    let means = zip(placements, study.placementMeans)
      .compactMap { placement, mean in mean.map { (placement, $0) } }
    if let percent = limit.percent, limit.metric == .meanRelativeError {
      placementsWithinLimit = means.count { 100 * $0.1 <= percent }
    }
    let best = means.min { $0.1 < $1.1 }
    bestPlacement = best?.0.names
    bestPlacementPercent = best.map { 100 * $0.1 }
    let worst = means.max { $0.1 < $1.1 }
    worstPlacement = worst?.0.names
    worstPlacementPercent = worst.map { 100 * $0.1 }
  }

  /// Composes the report of an operator that couldn't be studied.
  init(_ name: OperatorName, limit: OperatorLimit, verdict: Verdict, reason: String) {
    self.init(name: name, limit: limit, verdict: verdict)
    self.reason = reason
  }

  private init(name: OperatorName, limit: OperatorLimit, verdict: Verdict) {
    self.init(
      name: name.rawValue,
      verdict: verdict,
      pcus: name.modes.count,
      units: 0,
      failedUnits: 0,
      paperPercent: PublishedFigures.meanRelativeErrorPercent(of: name),
      limitPercent: limit.percent,
      limitMetric: limit.metric.rawValue
    )
  }

  private static func verdict(_ isAdmitted: Bool?) -> Verdict {
    switch isAdmitted {
    case true: .pass
    case false: .fail
    case nil: .noLimit
    }
  }
}

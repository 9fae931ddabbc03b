import FabNumerics
import Foundation

/// The density of defects that makes counts of good units most likely.
///
/// > Source: Profile likelihood: the interval holds all densities whose twofold loss of log-likelihood stays below the
/// > quantile of chi-square with one degree of freedom (S. S. Wilks, Ann. Math. Stat. 9, 60, 1938,
/// > doi 10.1214/aoms/1177732360).
public struct DefectDensityFit: Hashable, Sendable {
  /// The model, with the fitted alpha of a negative binomial.
  public let model: YieldModel
  /// The density, in the inverse of the unit of the areas.
  public let density: Double
  /// The interval that covers the true density; its upper end is infinite where no unit is good.
  public let interval: ClosedRange<Double>
  /// The interval that covers the true alpha; `nil` where alpha was given.
  ///
  /// It is that of the likelihood with the density that fits each alpha best. Its ends are 0 and infinite where the counts exclude no
  /// small or no large alpha.
  public let alphaInterval: ClosedRange<Double>?
  /// The logarithm of the likelihood, without the binomial factors.
  public let logLikelihood: Double
  /// What the reader should know, as sentences without a final period.
  public let notes: [String]

  /// Fits the density of a model.
  ///
  /// - Parameters:
  ///   - observations: Counts over wafers or areas.
  ///   - model: The model.
  ///   - level: The probability with which the interval covers the truth.
  /// - Throws: ``QualityError/tooFew(found:needed:)`` without tested units,
  ///   ``QualityError/outOfRange(parameter:found:expected:)``.
  public init(
    _ observations: [YieldObservation],
    model: YieldModel,
    level: Double = 0.95
  ) throws(QualityError) {
    try Self.check(observations, level)
    self.init(checked: observations, model, level, alphaInterval: nil, notes: [])
  }

  /// Fits density and alpha of a negative binomial model.
  ///
  /// Areas must differ: units of one area say nothing about clustering by this likelihood, which takes them for
  /// independent.
  ///
  /// - Throws: ``QualityError/tooFew(found:needed:)`` for fewer than two different areas, and as ``init(_:model:level:)``.
  public init(
    clusteredIn observations: [YieldObservation],
    level: Double = 0.95
  ) throws(QualityError) {
    try Self.check(observations, level)
    let areas = Set(observations.filter { $0.tested > 0 }.map(\.area)).count
    guard areas >= 2 else { throw .tooFew(found: areas, needed: 2) }
    // Alpha spans decades; beyond 1000 the model is Poisson's to three digits, below 0.01 a constant yield.
    let range = log(0.01)...log(1000)
    func profile(_ logAlpha: Double) -> Double {
      Self.best(observations, .negativeBinomial(alpha: exp(logAlpha))).value
    }
    let best = GoldenSection.maximum(in: range, profile)
    let floor = profile(best) - Self.loss(level)
    func isInside(_ logAlpha: Double) -> Bool { profile(logAlpha) > floor }
    let low =
      isInside(range.lowerBound)
      ? 0 : exp(Self.end(from: best, to: range.lowerBound, where: isInside))
    let high =
      isInside(range.upperBound)
      ? .infinity : exp(Self.end(from: best, to: range.upperBound, where: isInside))
    var notes: [String] = []
    if best > log(900) {
      notes.append("no clustering shows: alpha runs to its upper end, as in Poisson's model")
    }
    if best < log(0.011) {
      notes.append("the yield hardly depends on area: alpha runs to its lower end")
    }
    self.init(
      checked: observations,
      .negativeBinomial(alpha: exp(best)),
      level,
      alphaInterval: low...high,
      notes: notes
    )
  }

  private init(
    checked observations: [YieldObservation],
    _ model: YieldModel,
    _ level: Double,
    alphaInterval: ClosedRange<Double>?,
    notes: [String]
  ) {
    let areas = observations.filter { $0.tested > 0 }
    let loss = Self.loss(level)
    let largest = Self.largest(areas)
    let isPerfect = areas.allSatisfy { $0.good == $0.tested }
    let isHopeless = areas.allSatisfy { $0.good == 0 }
    // The likelihood of counts without a bad unit is largest at no density at all: one.
    let best =
      isPerfect ? (density: 0, value: 0) : Self.best(areas, model)
    func isInside(_ density: Double) -> Bool {
      best.value - Self.logLikelihood(areas, model, density) < loss
    }
    self.model = model
    logLikelihood = best.value
    density = isPerfect ? 0 : isHopeless ? .infinity : best.density
    let low = isPerfect ? 0 : Self.end(from: best.density, to: 0, where: isInside)
    let high = isHopeless ? .infinity : Self.end(from: best.density, to: largest, where: isInside)
    interval = low...high
    self.alphaInterval = alphaInterval
    self.notes = notes + (isHopeless ? ["no unit is good: only a lower end exists"] : [])
  }

  /// The loss of log-likelihood at the ends of an interval.
  private static func loss(_ level: Double) -> Double {
    0.5 * ChiSquareDistribution(degreesOfFreedom: 1).quantile(level)
  }

  /// The end of an interval that has one number inside and another outside, by halving.
  private static func end(
    from inside: Double,
    to outside: Double,
    where isInside: (Double) -> Bool
  ) -> Double {
    var (inside, outside) = (inside, outside)
    for _ in 0..<200 where abs(outside - inside) > 1e-12 * max(abs(inside), abs(outside)) {
      let middle = 0.5 * (inside + outside)
      if isInside(middle) { inside = middle } else { outside = middle }
    }
    return 0.5 * (inside + outside)
  }

  private static func best(
    _ observations: [YieldObservation],
    _ model: YieldModel
  ) -> (density: Double, value: Double) {
    let largest = largest(observations)
    let found = GoldenSection.maximum(in: log(largest * 1e-16)...log(largest)) {
      logLikelihood(observations, model, exp($0))
    }
    return (exp(found), logLikelihood(observations, model, exp(found)))
  }

  /// A density at which even the most tolerant of the models leaves nearly nothing.
  private static func largest(_ observations: [YieldObservation]) -> Double {
    1e7 / (observations.map(\.area).min() ?? 1)
  }

  private static func logLikelihood(
    _ observations: [YieldObservation],
    _ model: YieldModel,
    _ density: Double
  ) -> Double {
    observations.reduce(0) { sum, observation in
      let share = model.yield(ofDefects: density * observation.area)
      let bad = observation.tested - observation.good
      let good = observation.good > 0 ? Double(observation.good) * log(max(share, 1e-300)) : 0
      return sum + good + (bad > 0 ? Double(bad) * log(max(1 - share, 1e-300)) : 0)
    }
  }

  private static func check(
    _ observations: [YieldObservation],
    _ level: Double
  ) throws(QualityError) {
    for observation in observations {
      guard observation.area > 0, observation.area.isFinite else {
        throw .outOfRange(parameter: "area", found: observation.area, expected: "above zero")
      }
      guard observation.tested >= 0, (0...observation.tested).contains(observation.good) else {
        throw .outOfRange(
          parameter: "good units",
          found: Double(observation.good),
          expected: "0 to \(observation.tested)"
        )
      }
    }
    guard level > 0, level < 1 else {
      throw .outOfRange(parameter: "level", found: level, expected: "between 0 and 1")
    }
    guard observations.contains(where: { $0.tested > 0 }) else {
      throw .tooFew(found: 0, needed: 1)
    }
  }
}

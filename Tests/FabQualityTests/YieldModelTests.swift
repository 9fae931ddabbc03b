import FabNumerics
import FabQuality
import Foundation
import Testing

@Suite struct YieldModelTests {
  /// Yields at half a defect, one and two.
  @Test(arguments: [
    (YieldModel.poisson, [0.607, 0.368, 0.135]), (.murphy, [0.619, 0.400, 0.187]),
    (.seedsExponential, [0.667, 0.500, 0.333]),
    (.negativeBinomial(alpha: 2), [0.640, 0.444, 0.250]),
    (.seedsRoot, [0.493, 0.368, 0.243]),
  ])
  func modelsHaveTheirPublishedValues(_ model: YieldModel, _ expected: [Double]) {
    for (defects, share) in zip([0.5, 1, 2], expected) {
      #expect(abs(model.yield(ofDefects: defects) - share) < 0.0005)
    }
    #expect(model.yield(ofDefects: 0) == 1)
  }

  @Test func negativeBinomialHasItsLimits() {
    for defects in [0.01, 0.7, 3] {
      let clustered = YieldModel.negativeBinomial(alpha: 1).yield(ofDefects: defects)
      #expect(abs(clustered - YieldModel.seedsExponential.yield(ofDefects: defects)) < 1e-14)
      let even = YieldModel.negativeBinomial(alpha: 1e9).yield(ofDefects: defects)
      #expect(abs(even - YieldModel.poisson.yield(ofDefects: defects)) < 1e-8)
    }
    #expect(YieldModel.seedsRoot.name != YieldModel.seedsExponential.name)
    #expect(YieldModel.seedsRoot.name.contains("Seeds"))
  }

  /// One area: the fitted yield is the observed share, the interval that of the likelihood ratio.
  @Test func oneAreaGivesTheInverseOfTheModel() throws {
    let counts = [YieldObservation(area: 0.5, good: 90, tested: 101)]
    for model in [YieldModel.poisson, .murphy, .seedsExponential, .seedsRoot] {
      let fit = try DefectDensityFit(counts, model: model)
      #expect(abs(model.yield(ofDefects: fit.density * 0.5) - 90.0 / 101) < 1e-7)
      #expect(fit.interval.contains(fit.density))
    }
    let poisson = try DefectDensityFit(counts, model: .poisson)
    func loss(_ density: Double) -> Double {
      let share = exp(-0.5 * density)
      let best = 90.0 / 101
      return 2 * (90 * log(best / share) + 11 * log((1 - best) / (1 - share)))
    }
    #expect(abs(loss(poisson.interval.lowerBound) - 3.841458820694124) < 1e-6)
    #expect(abs(loss(poisson.interval.upperBound) - 3.841458820694124) < 1e-6)
  }

  @Test func clusteringComesBackFromManyAreas() throws {
    let truth = YieldModel.negativeBinomial(alpha: 1.5)
    let counts = [0.05, 0.12, 0.35, 0.64, 2, 6]
      .map { area -> YieldObservation in
        let share = truth.yield(ofDefects: 0.8 * area)
        return YieldObservation(area: area, good: Int((1e6 * share).rounded()), tested: 1_000_000)
      }
    let fit = try DefectDensityFit(clusteredIn: counts)
    guard case .negativeBinomial(let alpha) = fit.model else {
      Issue.record("expected a negative binomial, found \(fit.model)")
      return
    }
    #expect(abs(fit.density - 0.8) < 0.004)
    #expect(abs(alpha - 1.5) < 0.02)
    #expect(fit.logLikelihood > (try DefectDensityFit(counts, model: .poisson)).logLikelihood)
    #expect(fit.notes.isEmpty)
    let even = [0.1, 1, 3]
      .map { area in
        YieldObservation(area: area, good: Int(1e6 * exp(-area)), tested: 1_000_000)
      }
    #expect(try DefectDensityFit(clusteredIn: even).notes.count == 1)
  }

  @Test func alphaHasAnInterval() throws {
    let truth = YieldModel.negativeBinomial(alpha: 1.5)
    let counts = [0.05, 0.35, 2, 6]
      .map { area -> YieldObservation in
        let share = truth.yield(ofDefects: 0.8 * area)
        return YieldObservation(area: area, good: Int((5000 * share).rounded()), tested: 5000)
      }
    let fit = try DefectDensityFit(clusteredIn: counts)
    let interval = try #require(fit.alphaInterval)
    #expect(interval.contains(1.5))
    for alpha in [interval.lowerBound, interval.upperBound] {
      let held = try DefectDensityFit(counts, model: .negativeBinomial(alpha: alpha))
      #expect(abs(2 * (fit.logLikelihood - held.logLikelihood) - 3.841458820694124) < 1e-5)
      #expect(held.alphaInterval == nil)
    }
    // Defects that don't cluster exclude no large alpha.
    let even = [0.1, 1, 3]
      .map { area in
        YieldObservation(area: area, good: Int(1000 * exp(-area)), tested: 1000)
      }
    let open = try #require(try DefectDensityFit(clusteredIn: even).alphaInterval)
    #expect(open.lowerBound > 1)
    #expect(open.upperBound == .infinity)
  }

  @Test func intervalsCoverTheTruth() throws {
    var random = Xoshiro256(seed: 9)
    var covered = 0
    for _ in 0..<300 {
      let counts = [0.35, 0.64]
        .map { area -> YieldObservation in
          let share = exp(-0.4 * area)
          let good = (0..<101).count { _ in random.uniformDeviate() < share }
          return YieldObservation(area: area, good: good, tested: 101)
        }
      if try DefectDensityFit(counts, model: .poisson).interval.contains(0.4) { covered += 1 }
    }
    // 285 within four standard errors.
    #expect(abs(covered - 285) < 16)
  }

  @Test func perfectAndHopelessWafersHaveOneSidedIntervals() throws {
    let perfect = try DefectDensityFit(
      [YieldObservation(area: 1, good: 101, tested: 101)],
      model: .poisson
    )
    #expect(perfect.density == 0)
    #expect(perfect.interval.lowerBound == 0)
    // exp(-2 * 101 D) = exp(-3.84): D = 0.0190.
    #expect(abs(perfect.interval.upperBound - 3.841458820694124 / 202) < 1e-6)
    let hopeless = try DefectDensityFit(
      [YieldObservation(area: 1, good: 0, tested: 20)],
      model: .poisson
    )
    #expect(hopeless.interval.upperBound == .infinity)
    #expect(hopeless.density == .infinity)
    #expect(hopeless.interval.lowerBound > 1)
    #expect(hopeless.notes.count == 1)
  }

  @Test func refusesImpossibleCounts() {
    #expect(throws: QualityError.tooFew(found: 0, needed: 1)) {
      try DefectDensityFit([], model: .poisson)
    }
    #expect(throws: QualityError.self) {
      try DefectDensityFit([YieldObservation(area: 1, good: 3, tested: 2)], model: .poisson)
    }
    #expect(throws: QualityError.self) {
      try DefectDensityFit([YieldObservation(area: .nan, good: 1, tested: 2)], model: .poisson)
    }
    #expect(throws: QualityError.tooFew(found: 1, needed: 2)) {
      try DefectDensityFit(clusteredIn: [YieldObservation(area: 1, good: 1, tested: 2)])
    }
  }
}

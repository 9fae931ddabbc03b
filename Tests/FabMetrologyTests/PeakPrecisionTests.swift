import FabMetrology
import FabNumerics
import Testing

@Suite struct PeakPrecisionTests {
  @Test func printTable() throws {
    let w = PeakMethod.defaultWindow
    let methods: [PeakMethod] = [.maximum(window: w), .centroid(window: w), .parabola(window: w), .defaultFit, .pseudoVoigt(window: w, radiation: .alpha1)]
    for step in [0.02, 0.04] {
      for radiation in CopperRadiation.allCases {
      for m in methods {
        var g = Xoshiro256(seed: 5)
        var values: [Double] = []; var us = 0.0
        for _ in 0..<150 {
          var peak = SyntheticPeak(radiation: radiation)
          peak.profile.position = 14.1 + (g.uniformDeviate() - 0.5) * step
          let scan = peak.scan(step: step, using: &g)
          let e = try DiffractionPeak(method: m).estimate(name: "s", angles: scan.angles, counts: scan.counts)
          values.append(e.value - peak.profile.position); us += e.uncertainty ?? 0
        }
        let s = try #require(SampleStatistics(values))
        print(step, radiation, m.text, s.mean, s.standardDeviation, us / 150)
      }
      }
    }
  }
}

import FabDevices
import FabNumerics
import FabUnits
import Foundation
import Testing

/// The tabled currents made anew with 60 digits, and the fit made anew by SciPy.
@Suite(
  .enabled(
    if: Python.has("mpmath, scipy.optimize"),
    "the Python modules mpmath or scipy are missing"
  )
)
struct DiodeRecomputationTests {
  @Test func tableOfCurrentsIsWhatBisectionGives() throws {
    let script = """
      import json, sys, mpmath as mp
      mp.mp.dps = 60
      k = mp.mpf('1.380649e-23') / mp.mpf('1.602176634e-19')
      answers = []
      for row in json.load(sys.stdin):
          I0, n, Rs, G, T, V = [mp.mpf(x) for x in row]
          a = n * k * T
          f = lambda u: u + Rs * (I0 * mp.expm1(u / a) + u * G) - V
          low, high = min(V, 0), max(V, 0)
          for _ in range(400):
              middle = (low + high) / 2
              if f(middle) < 0: low = middle
              else: high = middle
          u = V if Rs == 0 else (low + high) / 2
          slope = I0 / a * mp.e ** (u / a) + G
          answers.append([float(I0 * mp.expm1(u / a) + u * G), float(slope / (1 + Rs * slope))])
      json.dump(answers, sys.stdout)
      """
    let rows = DiodeReference.rows.map { row in
      [
        row.saturationCurrent, row.ideality, row.seriesResistance, 1 / row.shuntResistance,
        row.temperature, row.voltage,
      ]
    }
    let answers = try Python.answer([[Double]].self, of: script, for: rows)
    try #require(answers.count == rows.count)
    for (answer, row) in zip(answers, DiodeReference.rows) {
      #expect(abs(answer[0] / row.current - 1) < 1e-15)
      #expect(abs(answer[1] / row.conductance - 1) < 1e-15)
    }
  }

  @Test func fitAndErrorBarsAreThoseOfSciPy() throws {
    let truth = try DiodeParameters(
      saturationCurrent: 2e-10,
      ideality: 1.8,
      seriesResistance: 250,
      shuntResistance: 3e8
    )
    let model = try DiodeModel(truth)
    var generator = Xoshiro256(seed: 12)
    let voltages = (0..<100).map { -0.59 + 0.017 * Double($0) }
    let currents = voltages.map { model.current(at: $0) * exp(0.04 * generator.normalDeviate()) }
    let script = """
      import json, sys, numpy as np
      from scipy.optimize import curve_fit, brentq
      V, I = [np.array(x) for x in json.load(sys.stdin)]
      vt = 1.380649e-23 / 1.602176634e-19 * 298.15
      def law(V, i0, n, rs, rsh):
          i0, n, rs, rsh = np.exp([i0, n, rs, rsh])
          j = lambda u: i0 * np.expm1(u / (n * vt)) + u / rsh
          u = np.array([brentq(lambda u: u + rs * j(u) - v, min(v, 0), max(v, 0), xtol=1e-15, rtol=1e-14) for v in V])
          return np.arcsinh(j(u) / 2e-12)
      p, c = curve_fit(law, V, np.arcsinh(I / 2e-12), np.log([1e-9, 2, 100, 1e8]), epsfcn=1e-9, ftol=1e-14, xtol=1e-14)
      json.dump([list(p), list(np.sqrt(np.diag(c)))], sys.stdout)
      """
    let answer = try Python.answer([[Double]].self, of: script, for: [voltages, currents])
    let fit = try DiodeFitter()
      .fit(
        DiodeMeasurement(voltages: voltages, currents: currents),
        temperature: Temperature(siValue: 298.15),
        area: Area(0.64, .squareMillimetre)
      )
    let estimates = [
      fit.saturationCurrent, fit.ideality, try #require(fit.seriesResistance),
      try #require(fit.shuntResistance),
    ]
    let quantile = StudentDistribution(degreesOfFreedom: 96).quantile(0.975)
    for (index, estimate) in estimates.enumerated() {
      let deviation = log(estimate.value) - answer[0][index]
      let error = log(estimate.interval.upperBound / estimate.value) / quantile
      #expect(abs(deviation) < 1e-3 * answer[1][index], "parameter \(index)")
      #expect(abs(error / answer[1][index] - 1) < 1e-3, "error bar \(index)")
    }
  }
}

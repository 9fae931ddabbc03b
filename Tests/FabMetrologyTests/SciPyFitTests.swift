import FabMetrology
import FabNumerics
import Testing

/// The fits beside those of SciPy on the same noisy points and the same law.
@Suite(.enabled(if: Python.has("scipy.optimize, numpy"), "needs python3 with scipy"))
struct SciPyFitTests {
  private struct Points: Encodable {
    var x: [Double]
    var y: [Double]
    var start: [Double]
  }

  private struct Answer: Decodable {
    var value: Double
    var u: Double
  }

  @Test func theEdgeIsSciPys() throws {
    var generator = Xoshiro256(seed: 21)
    for _ in 0..<5 {
      let spectrum = SyntheticEdge().spectrum(step: 1, noise: 0.003, using: &generator)
      let ours = try AbsorptionEdge()
        .estimate(
          name: "s",
          wavelengths: spectrum.wavelengths,
          absorbances: spectrum.absorbances
        )
      let script = """
        import json, sys, numpy as np
        from scipy.optimize import curve_fit
        d = json.load(sys.stdin)
        x, y = np.array(d["x"]), np.array(d["y"])
        k = (x >= 740) & (x <= 815)
        f = lambda x, e, w, h, b, s: h / (1 + np.exp((x - e) / w)) + b + s * (x - 777.5)
        p, c = curve_fit(f, x[k], y[k], p0=d["start"])
        print(json.dumps({"value": p[0], "u": float(np.sqrt(c[0][0]))}))
        """
      let theirs = try Python.answer(
        Answer.self,
        of: script,
        for: Points(
          x: spectrum.wavelengths,
          y: spectrum.absorbances,
          start: [768, 6, 0.5, 0.02, 0]
        )
      )
      // Both stop where the sum of squares no longer falls; its bottom is flat to the root of the rounding.
      #expect(abs(ours.value - theirs.value) < 1e-3 * theirs.u)
      #expect(abs(try #require(ours.uncertainty) / theirs.u - 1) < 1e-3)
    }
  }

  @Test func thePeakIsSciPys() throws {
    var generator = Xoshiro256(seed: 22)
    for _ in 0..<5 {
      let scan = SyntheticPeak().scan(step: 0.02, using: &generator)
      let ours = try DiffractionPeak()
        .estimate(name: "s", angles: scan.angles, counts: scan.counts)
      let script = """
        import json, sys, numpy as np
        from scipy.optimize import curve_fit
        d = json.load(sys.stdin)
        x, y = np.array(d["x"]), np.array(d["y"])
        k = (x >= 13.6) & (x <= 14.6)
        x, y = x[k], y[k]
        c0 = 0.5 * (x[0] + x[-1])
        def pv(x, p, h, w, m):
            t = (x - p) / w
            return h * (m / (1 + 4 * t * t) + (1 - m) * np.exp(-4 * np.log(2) * t * t))
        def f(x, p, h, w, m, b, s):
            q = 2 * np.degrees(np.arcsin(np.sin(np.radians(p / 2)) * 1.54439 / 1.5406))
            return pv(x, p, h, w, m) + pv(x, q, 0.5 * h, w, m) + b + s * (x - c0)
        sigma = np.sqrt(np.maximum(1, y))
        p, c = curve_fit(f, x, y, p0=d["start"], sigma=sigma)
        print(json.dumps({"value": p[0], "u": float(np.sqrt(c[0][0]))}))
        """
      let theirs = try Python.answer(
        Answer.self,
        of: script,
        for: Points(x: scan.angles, y: scan.counts, start: [14.1, 3000, 0.1, 0.5, 100, 0])
      )
      #expect(abs(ours.value - theirs.value) < 1e-2 * theirs.u)
      #expect(abs(try #require(ours.uncertainty) / theirs.u - 1) < 1e-2)
    }
  }
}

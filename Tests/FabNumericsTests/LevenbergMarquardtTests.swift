import FabNumerics
import Foundation
import Testing

@Suite struct LevenbergMarquardtTests {
  /// NIST StRD "Misra1a": certified values to 11 digits (y = b1 (1 - exp(-b2 x))), start 1 and start 2.
  @Test(arguments: [[500, 0.0001], [250, 0.0005]])
  func reproducesCertifiedMisra1a(start: [Double]) throws {
    let y = [
      10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47,
      81.78,
    ]
    let x = [
      77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1,
      760.0,
    ]
    // The second parameter is 1e-4: scaled so that steps relative to 1 make sense.
    let fit = try LevenbergMarquardt()
      .fit(from: [start[0] / 100, start[1] * 1e4]) { b in
        zip(x, y)
          .map { (x: Double, y: Double) -> Double in
            100 * b[0] * -expm1(-b[1] * 1e-4 * x) - y
          }
      }
    #expect(abs(fit.parameters[0] * 100 - 238.94212918) < 1e-6 * 238.9)
    #expect(abs(fit.parameters[1] * 1e-4 - 5.5015643181e-4) < 1e-6 * 5.5e-4)
    #expect(abs(fit.standardError(of: 0) * 100 - 2.7070075241) < 1e-5 * 2.7)
    #expect(abs(fit.standardError(of: 1) * 1e-4 - 7.2668688436e-6) < 1e-5 * 7.3e-6)
    #expect(abs(fit.residualSum - 0.12455138894) < 1e-9)
    #expect(fit.degreesOfFreedom == 12)
  }

  @Test func straightLineIsExact() throws {
    // y = 1 + 2 x with residuals (+1, -2, +1) / 6 added: the closed form of the error bars is known.
    let values: [Double] = [1 + 1.0 / 6, 3 - 2.0 / 6, 5 + 1.0 / 6]
    let fit = try LevenbergMarquardt()
      .fit(from: [0, 0]) { p in
        values.indices.map { p[0] + p[1] * Double($0) - values[$0] }
      }
    #expect(abs(fit.parameters[0] - 1) < 1e-9)
    #expect(abs(fit.parameters[1] - 2) < 1e-9)
    // s² = 1/6; var(slope) = s² / 2; var(intercept) = s² 5/6.
    #expect(abs(fit.standardError(of: 1) - (1.0 / 12).squareRoot()) < 1e-9)
    #expect(abs(fit.standardError(of: 0) - (5.0 / 36).squareRoot()) < 1e-9)
    let half = 12.706204736174694 * (1.0 / 12).squareRoot()
    #expect(abs(fit.interval(of: 1).upperBound - 2 - half) < 1e-7)
  }

  @Test func rosenbrockValleyIsFollowed() throws {
    let fit = try LevenbergMarquardt()
      .fit(from: [-1.2, 1]) { p in
        [10 * (p[1] - p[0] * p[0]), 1 - p[0], 0]
      }
    #expect(abs(fit.parameters[0] - 1) < 1e-7)
    #expect(abs(fit.parameters[1] - 1) < 1e-7)
  }

  @Test func saysWhatCannotBeFitted() {
    let fitter = LevenbergMarquardt()
    #expect(throws: FitError.tooFewResiduals(residuals: 1, parameters: 1)) {
      try fitter.fit(from: [0]) { [$0[0]] }
    }
    #expect(throws: FitError.notFiniteAtStart) {
      try fitter.fit(from: [0]) { _ in [.nan, 1] }
    }
    #expect(throws: FitError.undetermined(parameter: 1)) {
      try fitter.fit(from: [0, 0]) { [$0[0] - 1, $0[0] - 1.1, $0[0] - 0.9] }
    }
    #expect(throws: FitError.undetermined(parameter: 1)) {
      try fitter.fit(from: [0, 0]) { p -> [Double] in
        [p[0] + p[1] - 0.9, p[0] + p[1] - 1, p[0] + p[1] - 1.1]
      }
    }
    // Columns that differ by 1e-7: rounding, not the points, would decide on the error bars.
    #expect(throws: FitError.self) {
      try fitter.fit(from: [0, 0]) { p -> [Double] in
        [-1e-7, 0, 1e-7].map { p[0] + p[1] * (1 + $0) - 1 - 1e6 * $0 }
      }
    }
  }
}

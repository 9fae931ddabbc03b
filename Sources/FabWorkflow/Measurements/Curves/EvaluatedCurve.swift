import FabDiagnostics
import FabMetrology
import FabNumerics
import Foundation

/// A curve with what all methods gave, and the law that was fitted.
struct EvaluatedCurve {
  let report: CurveReport.Curve
  let x: [Double]
  let y: [Double]
  /// What is looked at.
  let window: ClosedRange<Double>
  /// The fitted law; `nil` where the fit failed.
  let fitted: ((Double) -> Double)?
  /// The axes.
  let axes: (x: (name: String, unit: String), y: (name: String, unit: String))

  /// Evaluates a spectrum.
  ///
  /// - Parameters:
  ///   - spectrum: The spectrum.
  ///   - file: Its file, for messages.
  ///   - window: Where the edge is looked for, in nm.
  /// - Throws: A ``DiagnosticError`` with `unsupported-content` for a reflectance.
  init(
    _ spectrum: AbsorptionSpectrum,
    file: String,
    window: ClosedRange<Double>
  ) throws(DiagnosticError) {
    guard let absorbances = spectrum.absorbances else {
      throw DiagnosticError(
        Diagnostic(
          .unsupportedContent,
          at: .file(file),
          "'\(spectrum.name)' is a reflectance; an edge is read off absorbance or transmittance",
          fixes: ["measure the transmittance, or choose another curve with --curve"]
        )
      )
    }
    var results: [CurveReport.Result] = []
    for method in EdgeChoice.allCases.map({ $0.method(in: window) }) {
      do throws(DiagnosticError) {
        results.append(
          .init(
            try AbsorptionEdge(method: method)
              .estimate(name: file, wavelengths: spectrum.wavelengths, absorbances: absorbances)
          )
        )
      } catch {
        results.append(.init(method: method.text, unit: "nm", failure: error))
      }
    }
    report = CurveReport.Curve(
      name: spectrum.name,
      points: spectrum.wavelengths.count,
      results: results
    )
    x = spectrum.wavelengths
    y = absorbances
    self.window = window
    axes = (("wavelength", "nm"), ("absorbance", ""))
    fitted = Self.step(results[0], window)
  }

  /// Evaluates a scan in a window of degrees.
  init(
    _ scan: DiffractionScan,
    file: String,
    radiation: CopperRadiation,
    window: ClosedRange<Double>
  ) {
    var results: [CurveReport.Result] = []
    for method in [
      PeakMethod.pseudoVoigt(window: window, radiation: radiation), .parabola(window: window),
      .centroid(window: window), .maximum(window: window),
    ] {
      do throws(DiagnosticError) {
        results.append(
          .init(
            try DiffractionPeak(method: method)
              .estimate(name: file, angles: scan.angles, counts: scan.counts)
          )
        )
      } catch {
        results.append(.init(method: method.text, unit: "deg", failure: error))
      }
    }
    report = CurveReport.Curve(name: scan.name, points: scan.angles.count, results: results)
    x = scan.angles
    y = scan.counts
    self.window = window
    axes = (("2 theta", "deg"), ("counts", ""))
    let inside = x.filter { window.contains($0) }
    fitted = Self.peak(
      results[0],
      radiation,
      center: 0.5 * ((inside.first ?? 0) + (inside.last ?? 0))
    )
  }

  private static func step(
    _ result: CurveReport.Result,
    _ window: ClosedRange<Double>
  ) -> ((Double) -> Double)? {
    guard let edge = result.value, result.parameters.count == 4 else { return nil }
    let p = result.parameters.map(\.value)
    let center = 0.5 * (window.lowerBound + window.upperBound)
    return { place in
      p[1] / (1 + exp(min(700, (place - edge) / p[0]))) + p[2] + p[3] * (place - center)
    }
  }

  private static func peak(
    _ result: CurveReport.Result,
    _ radiation: CopperRadiation,
    center: Double
  ) -> ((Double) -> Double)? {
    guard let place = result.value, result.parameters.count >= 5 else { return nil }
    let p = result.parameters.map(\.value)
    let first = PseudoVoigt(position: place, height: p[0], width: p[1], mixing: p[2])
    let second = PseudoVoigt(
      position: CopperRadiation.alpha2Angle(of: place),
      height: radiation == .alpha1And2 ? p[0] * CopperRadiation.ratio : 0,
      width: p[1],
      mixing: p[2]
    )
    return { angle in
      first.value(at: angle) + second.value(at: angle) + p[3] + p[4] * (angle - center)
    }
  }
}

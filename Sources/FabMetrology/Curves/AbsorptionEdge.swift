public import FabDiagnostics
import FabNumerics

/// The absorption edge of a film by one of several methods.
///
/// > Validity: a single edge between about 745 and 800 nm with a window that holds plateau and base line. Absolute
/// > values of the methods differ by up to 9 nm on one spectrum; differences between spectra of one method agree.
public struct AbsorptionEdge: Hashable, Sendable {
  /// The method.
  public let method: EdgeMethod

  /// Creates an estimator; the default is the least noisy method.
  public init(method: EdgeMethod = .defaultSigmoid) {
    self.method = method
  }

  /// Returns the edge of a spectrum, in nanometre.
  ///
  /// - Parameters:
  ///   - name: What the spectrum is called, for messages.
  ///   - wavelengths: In nanometre, in any order.
  ///   - absorbances: Equally many.
  /// - Returns: The estimate in nm; with its uncertainty.
  /// - Throws: A ``DiagnosticError`` with `fit-failed`: too few points, or no edge in the window.
  /// - Precondition: There are as many absorbances as wavelengths.
  public func estimate(
    name: String,
    wavelengths: [Double],
    absorbances: [Double]
  ) throws(DiagnosticError) -> CurveEstimate {
    let curve = try EdgeCurve(name: name, wavelengths: wavelengths, absorbances: absorbances)
    switch method {
    case .sigmoid(let window): return try sigmoid(curve, window)
    case .inflection(let window, let smoothing): return try inflection(curve, window, smoothing)
    case .tauc(let range, let width): return try tauc(curve, range, width)
    case .halfHeight(let window): return try halfHeight(curve, window)
    }
  }

  private func sigmoid(
    _ curve: EdgeCurve,
    _ window: ClosedRange<Double>
  ) throws(DiagnosticError) -> CurveEstimate {
    let (x, y) = try curve.points(in: window, atLeast: 12)
    let center = 0.5 * (window.lowerBound + window.upperBound)
    let start = try crossing(curve, window).place
    let fit: LeastSquaresFit
    do throws(FitError) {
      fit = try LevenbergMarquardt()
        .fit(from: [start, 6, (y.max() ?? 1) - curve.base, curve.base, 0]) { p in
          zip(x, y)
            .map { place, value in
              let step = p[2] / (1 + Elementary.exp(min(700, (place - p[0]) / p[1])))
              return step + p[3] + p[4] * (place - center) - value
            }
        }
    } catch {
      throw EdgeCurve.failure(
        curve.name,
        "no step on a line fits the window \(EdgeMethod.text(window)) nm",
        "look at the spectrum; a film without an edge there isn't perovskite"
      )
    }
    guard window.contains(fit.parameters[0]), fit.parameters[2] > 0, fit.parameters[1] > 0 else {
      throw EdgeCurve.failure(
        curve.name,
        "the step that fits best lies at \(fit.parameters[0]) nm, outside \(EdgeMethod.text(window)) nm",
        "look at the spectrum; state a window around its edge"
      )
    }
    let names = ["edge nm", "width nm", "height", "level", "slope a nm"]
    return result(
      curve,
      fit.parameters[0],
      fit.standardError(of: 0),
      window,
      parameters: names.indices.dropFirst()
        .map {
          .init(name: names[$0], value: fit.parameters[$0], uncertainty: fit.standardError(of: $0))
        }
    )
  }

  private func inflection(
    _ curve: EdgeCurve,
    _ window: ClosedRange<Double>,
    _ smoothing: Double
  ) throws(DiagnosticError) -> CurveEstimate {
    let (x, y) = try curve.points(in: window, atLeast: 7)
    let step = (x[x.count - 1] - x[0]) / Double(x.count - 1)
    for index in 1..<x.count where abs(x[index] - x[index - 1] - step) > 0.01 * step {
      throw EdgeCurve.failure(
        curve.name,
        "the points aren't evenly spaced near \(x[index]) nm; the derivative needs even steps",
        "measure with one step; leave no saturated points in the window"
      )
    }
    let half = max(2, Int((smoothing / step / 2).rounded()))
    let filter = SavitzkyGolay(halfWidth: half, order: 3, derivative: 1)
    let slopes = filter.applied(to: y)
    guard let steepest = Steepest(slopes) else {
      throw EdgeCurve.failure(
        curve.name,
        "the window \(EdgeMethod.text(window)) nm is shorter than the smoothing of \(smoothing) nm",
        "state a wider window or less smoothing"
      )
    }
    return result(
      curve,
      x[half] + steepest.place * step,
      steepest.uncertainty(of: y, filter) * step,
      window,
      parameters: [
        .init(name: "slope a nm", value: steepest.slope / step, uncertainty: nil)
      ],
      isHit: !steepest.isInside
    )
  }

  private func tauc(
    _ curve: EdgeCurve,
    _ range: ClosedRange<Double>,
    _ minimumWidth: Double
  ) throws(DiagnosticError) -> CurveEstimate {
    let longest = PhotonEnergy.converted(range.lowerBound)
    let shortest = PhotonEnergy.converted(range.upperBound)
    let (x, y) = try curve.points(in: shortest...longest, atLeast: 6)
    let energies = x.map(PhotonEnergy.converted)
    let values = zip(energies, y)
      .map { energy, absorbance in
        let product = (absorbance - curve.base) * energy
        return product * abs(product)
      }
    var best: (line: StraightLine, first: Int, last: Int)?
    // Energies descend with the index. Few windows: every pair of ends that is wide enough.
    let stride = max(1, x.count / 40)
    // A range as wide as the least width is one window, though the points don't reach both of its ends.
    let width = min(minimumWidth, energies[0] - energies[x.count - 1]) * 0.999
    for first in Swift.stride(from: 0, to: x.count - 3, by: stride) {
      for last in Swift.stride(from: x.count - 1, to: first + 3, by: -stride) {
        guard energies[first] - energies[last] >= width else { break }
        guard let line = StraightLine(energies[first...last], values[first...last]) else {
          continue
        }
        if line.determination > best?.line.determination ?? -1 { best = (line, first, last) }
      }
    }
    guard let best, best.line.slope > 0, best.line.zero > 0.1 else {
      throw EdgeCurve.failure(
        curve.name,
        "no rising line of at least \(minimumWidth) eV in \(EdgeMethod.text(range)) eV",
        "look at the spectrum; state the range above its gap"
      )
    }
    let gap = best.line.zero
    let edge = PhotonEnergy.converted(gap)
    guard EdgeMethod.defaultWindow.contains(edge) else {
      throw EdgeCurve.failure(
        curve.name,
        "the straightest line in \(EdgeMethod.text(range)) eV has its zero at \(gap) eV, far from an edge",
        "look at the spectrum; state the range above its gap"
      )
    }
    return result(
      curve,
      edge,
      edge / gap * best.line.zeroError,
      EdgeMethod.defaultWindow,
      parameters: [
        .init(name: "gap eV", value: gap, uncertainty: best.line.zeroError),
        .init(name: "from eV", value: energies[best.last], uncertainty: nil),
        .init(name: "to eV", value: energies[best.first], uncertainty: nil),
        .init(name: "r squared", value: best.line.determination, uncertainty: nil),
      ]
    )
  }

  private func halfHeight(
    _ curve: EdgeCurve,
    _ window: ClosedRange<Double>
  ) throws(DiagnosticError) -> CurveEstimate {
    let (place, uncertainty) = try crossing(curve, window)
    return result(curve, place, uncertainty, window, parameters: [])
  }

  /// The last place, towards long wavelengths, at which the curve falls through half of its height.
  ///
  /// Its uncertainty is the noise of the two points beside it and of the half itself, the mean of plateau and base line, propagated
  /// to first order: noise that makes the curve cross several times isn't in it.
  ///
  /// > Source: JCGM 100:2008, *Guide to the expression of uncertainty in measurement*, equation (10).
  private func crossing(
    _ curve: EdgeCurve,
    _ window: ClosedRange<Double>
  ) throws(DiagnosticError) -> (place: Double, uncertainty: Double) {
    let (x, y) = try curve.points(in: window, atLeast: 7)
    let plateau = zip(x, y).filter { $0.0 <= window.lowerBound + 5 }.map(\.1)
    let top = plateau.reduce(0, +) / Double(max(1, plateau.count))
    let half = 0.5 * (top + curve.base)
    guard top > curve.base,
      let index = y.indices.dropLast().last(where: { y[$0] >= half && y[$0 + 1] < half })
    else {
      throw EdgeCurve.failure(
        curve.name,
        "the absorbance doesn't fall from \(window.lowerBound) to \(window.upperBound) nm: there's no edge",
        "look at the spectrum; state a window around its edge"
      )
    }
    let fall = y[index] - y[index + 1]
    let share = (y[index] - half) / fall
    let step = x[index + 1] - x[index]
    let noise = Steepest.noise(of: y)
    // The derivatives of share by both points and by the half, times the fall: 1 - share, share and -1.
    let points = (1 - share) * (1 - share) + share * share
    let ends = 0.25 * (1 / Double(max(1, plateau.count)) + 1 / Double(curve.baseCount))
    return (x[index] + share * step, noise * step / fall * (points + ends).squareRoot())
  }

  private func result(
    _ curve: EdgeCurve,
    _ value: Double,
    _ uncertainty: Double?,
    _ window: ClosedRange<Double>,
    parameters: [CurveEstimate.Parameter],
    isHit: Bool = false
  ) -> CurveEstimate {
    let margin = 0.05 * (window.upperBound - window.lowerBound)
    let isNearEnd = value < window.lowerBound + margin || value > window.upperBound - margin
    return CurveEstimate(
      value: value,
      uncertainty: uncertainty,
      unit: "nm",
      method: method.text,
      flags: isHit || isNearEnd ? curve.flags.union([.windowHit]) : curve.flags,
      parameters: parameters
    )
  }
}

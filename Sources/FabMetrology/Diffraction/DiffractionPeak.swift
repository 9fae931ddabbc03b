public import FabDiagnostics
import FabNumerics

/// The place of a diffraction peak by one of several methods.
///
/// > Validity: one peak in the window, with its base on both sides; counts, not counts a second, for the weights.
public struct DiffractionPeak: Hashable, Sendable {
  /// The method.
  public let method: PeakMethod

  /// Creates an estimator; the default is the fit with both lines of copper.
  public init(method: PeakMethod = .defaultFit) {
    self.method = method
  }

  /// Returns 2θ of the peak in degree.
  ///
  /// - Parameters:
  ///   - name: What the scan is called, for messages.
  ///   - angles: 2θ in degree, ascending.
  ///   - counts: Equally many.
  /// - Returns: The estimate in degree; its uncertainty is known for the fit.
  /// - Throws: A ``DiagnosticError`` with `fit-failed`: too few points or no peak in the window.
  /// - Precondition: There are as many counts as angles.
  public func estimate(
    name: String,
    angles: [Double],
    counts: [Double]
  ) throws(DiagnosticError) -> CurveEstimate {
    precondition(angles.count == counts.count, "as many counts as angles are expected")
    let window = method.window
    let indices = angles.indices.filter { window.contains(angles[$0]) && counts[$0].isFinite }
    guard indices.count >= 9 else {
      throw EdgeCurve.failure(
        name,
        "the window \(EdgeMethod.text(window)) deg has \(indices.count) points; at least 9 are needed",
        "scan all of the window with a step of 0.05 deg or less"
      )
    }
    let x = indices.map { angles[$0] }
    let y = indices.map { counts[$0] }
    let shape = PeakShape(x, y)
    guard shape.height > 3 * max(1, shape.background).squareRoot() else {
      throw EdgeCurve.failure(
        name,
        "no peak rises above the noise of the background in \(EdgeMethod.text(window)) deg",
        "look at the scan; count longer, or state the window of the peak"
      )
    }
    switch method {
    case .pseudoVoigt(_, let radiation): return try fit(name, x, y, shape, radiation)
    case .maximum: return result(x[shape.top], nil, shape)
    case .centroid: return result(shape.centroid(x, y), nil, shape)
    case .parabola: return result(shape.parabola(x, y), nil, shape)
    }
  }

  private func fit(
    _ name: String,
    _ x: [Double],
    _ y: [Double],
    _ shape: PeakShape,
    _ radiation: CopperRadiation
  ) throws(DiagnosticError) -> CurveEstimate {
    let center = 0.5 * (x[0] + x[x.count - 1])
    let weights = y.map { 1 / max(1, $0).squareRoot() }
    let model: ([Double], Double) -> Double = { p, place in
      var peak = PseudoVoigt(position: p[0], height: p[1], width: p[2], mixing: p[3])
      var sum = p[4] + p[5] * (place - center) + peak.value(at: place)
      if radiation == .alpha1And2 {
        peak.position = CopperRadiation.alpha2Angle(of: p[0])
        peak.height *= CopperRadiation.ratio
        sum += peak.value(at: place)
      }
      return sum
    }
    let start = [x[shape.top], shape.height, shape.width, 0.5, shape.background, 0]
    let fit: LeastSquaresFit
    do throws(FitError) {
      fit = try LevenbergMarquardt(tolerance: 1e-9)
        .fit(from: start) { p in
          x.indices.map { (model(p, x[$0]) - y[$0]) * weights[$0] }
        }
    } catch {
      throw EdgeCurve.failure(
        name,
        "no pseudo-Voigt peak fits the window \(EdgeMethod.text(method.window)) deg",
        "look at the scan; state a window with one peak"
      )
    }
    let p = fit.parameters
    guard method.window.contains(p[0]), p[1] > 0 else {
      throw EdgeCurve.failure(
        name,
        "the peak that fits best lies at \(p[0]) deg, outside \(EdgeMethod.text(method.window)) deg",
        "state the window of the peak"
      )
    }
    var flags: Set<CurveFlag> = []
    let scatter = fit.residualSum / Double(fit.degreesOfFreedom)
    if scatter > 3 { flags.insert(.poorFit) }
    if abs(p[5]) * (x[x.count - 1] - x[0]) > 0.1 * p[1] { flags.insert(.baselineSlope) }
    let names = ["peak deg", "height", "width deg", "mixing", "background", "background slope"]
    var parameters = names.indices.dropFirst()
      .map { index in
        CurveEstimate.Parameter(
          name: names[index],
          value: index == 2 ? abs(p[2]) : p[index],
          uncertainty: fit.standardError(of: index)
        )
      }
    parameters.append(.init(name: "reduced chi-square", value: scatter, uncertainty: nil))
    return result(p[0], fit.standardError(of: 0), shape, parameters, flags)
  }

  private func result(
    _ value: Double,
    _ uncertainty: Double?,
    _ shape: PeakShape,
    _ parameters: [CurveEstimate.Parameter] = [],
    _ flags: Set<CurveFlag> = []
  ) -> CurveEstimate {
    let window = method.window
    let margin = 0.1 * (window.upperBound - window.lowerBound)
    let isHit = value < window.lowerBound + margin || value > window.upperBound - margin
    return CurveEstimate(
      value: value,
      uncertainty: uncertainty,
      unit: "deg",
      method: method.text,
      flags: isHit ? flags.union([.windowHit]) : flags,
      parameters: parameters
    )
  }
}

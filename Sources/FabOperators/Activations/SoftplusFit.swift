import FabNumerics
import Foundation

/// A softplus fitted to a curve: `A ln(1 + exp(K (V - V0)))`.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.3: `A softplus(K x)`; the offset is ours, without it the fit
/// > errs by 2 to 3.5 % of full scale.
public struct SoftplusFit: Hashable, Sendable {
  /// `A`, in the unit of the curve.
  public let amplitude: Double
  /// `K`, in 1/V.
  public let slope: Double
  /// `V0`, in volt.
  public let offset: Double

  /// Fits a curve of one sign; `nil` where the fit doesn't settle.
  ///
  /// - Parameters:
  ///   - voltages: The voltages, in volt.
  ///   - currents: The currents, equally many.
  init?(voltages: [Double], currents: [Double]) {
    guard let full = currents.max(), full > 0, let span = voltages.max(), span > 0 else {
      return nil
    }
    func value(_ p: [Double], _ voltage: Double) -> Double {
      exp(p[0]) * Self.softplus(exp(p[1]) * (voltage / span - p[2]))
    }
    guard
      let fit = try? LevenbergMarquardt(stepLimit: 100, tolerance: 1e-8)
        .fit(
          from: [log(0.13), log(13.0), 0.47],
          residuals: { p in zip(voltages, currents).map { value(p, $0) - $1 / full } }
        )
    else { return nil }
    amplitude = exp(fit.parameters[0]) * full
    slope = exp(fit.parameters[1]) / span
    offset = fit.parameters[2] * span
  }

  /// The fitted current at a voltage.
  public func value(at voltage: Double) -> Double {
    amplitude * Self.softplus(slope * (voltage - offset))
  }

  private static func softplus(_ x: Double) -> Double { x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)) }
}

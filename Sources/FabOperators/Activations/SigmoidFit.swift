import FabNumerics
import Foundation

/// A sigmoid fitted to a curve: `A (2 sigmoid(K (V - V0)) - 1) + B`.
///
/// Offset and constant take up that two diodes aren't equal: unequal saturation currents `I1` and `I2` give exactly this
/// curve with `A = (I1 + I2)/2`, `V0 = ln(I2/I1)/K`, `B = (I2 - I1)/2`.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.3: `2 sigmoid(K x) - 1`; offset and constant are ours.
public struct SigmoidFit: Hashable, Sendable {
  /// `A`, in the unit of the curve.
  public let amplitude: Double
  /// `K`, in 1/V.
  public let slope: Double
  /// `V0`, in volt.
  public let offset: Double
  /// `B`, in the unit of the curve.
  public let constant: Double

  /// Fits a curve; `nil` where the fit doesn't settle.
  ///
  /// - Parameters:
  ///   - voltages: The voltages, in volt.
  ///   - currents: The currents, equally many.
  init?(voltages: [Double], currents: [Double]) {
    guard let full = currents.max(), full > 0, let span = voltages.max(), span > 0 else {
      return nil
    }
    func value(_ p: [Double], _ voltage: Double) -> Double {
      exp(p[0]) * tanh(exp(p[1]) * (voltage / span - p[2]) / 2) + p[3]
    }
    guard
      let fit = try? LevenbergMarquardt(stepLimit: 100, tolerance: 1e-8)
        .fit(
          from: [0, log(19.0 * span), 0, 0],
          residuals: { p in zip(voltages, currents).map { value(p, $0) - $1 / full } }
        )
    else { return nil }
    amplitude = exp(fit.parameters[0]) * full
    slope = exp(fit.parameters[1]) / span
    offset = fit.parameters[2] * span
    constant = fit.parameters[3] * full
  }

  /// The fitted current at a voltage.
  public func value(at voltage: Double) -> Double {
    amplitude * tanh(slope * (voltage - offset) / 2) + constant
  }

  /// Returns the sigmoid, 0...1, that a current stands for.
  public func share(ofCurrent current: Double) -> Double {
    ((current - constant) / amplitude + 1) / 2
  }
}

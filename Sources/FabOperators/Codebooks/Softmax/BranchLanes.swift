import FabDevices
import FabNumerics

/// A branch of every lane of a softmax in single precision, eight lanes at once.
///
/// With `z` the junction's voltage over `a = n k T / e`, the law of a branch is
/// `b z + r (exp(z) - 1) = V / a`, `b = 1 + Rs G`, `r = Rs I0 / a`; the current is `I0 (exp(z) - 1) + a G z`. The left side is
/// convex and rises, so that Newton's method from `V / (a b)` converges for every voltage.
struct BranchLanes: Sendable {
  /// The number of lanes, filled up to a multiple of eight with branches that carry no current.
  let paddedCount: Int
  private let perSlope: [Float]
  private let shuntFactor: [Float]
  private let drop: [Float]
  private let saturation: [Float]
  private let shunt: [Float]
  private let offset: [Float]

  /// Steps until a step changes nothing: three as a rule.
  private static let stepLimit = 40

  /// Takes branches.
  ///
  /// - Parameters:
  ///   - branches: One a lane.
  ///   - unit: The current that comes out as one, in ampere.
  init(_ branches: [DiodeModelBranch], unit: Double) {
    let padding = (8 - branches.count % 8) % 8
    paddedCount = branches.count + padding
    func numbers(_ filler: Float, _ number: (DiodeModelBranch) -> Double) -> [Float] {
      branches.map { Float(number($0)) } + Array(repeating: filler, count: padding)
    }
    perSlope = numbers(1) { 1 / $0.model.slopeVoltage }
    shuntFactor = numbers(1) { 1 + $0.model.seriesResistance * $0.model.shuntConductance }
    drop = numbers(0) {
      $0.model.seriesResistance * $0.model.saturationCurrent / $0.model.slopeVoltage
    }
    saturation = numbers(0) { $0.model.saturationCurrent / unit }
    shunt = numbers(0) { $0.model.shuntConductance * $0.model.slopeVoltage / unit }
    offset = numbers(0) { $0.offset }
  }

  /// Finds the currents at the voltages `scale * x + shift`.
  ///
  /// - Parameters:
  ///   - inputs: The numbers `x`, as many as padded lanes.
  ///   - scale: The voltage of a number of one, in volt.
  ///   - shift: The voltage of a number of zero, in volt.
  ///   - currents: What is filled, as many.
  func currents(
    _ inputs: UnsafePointer<Float>,
    scale: Float,
    shift: Float,
    into currents: UnsafeMutablePointer<Float>
  ) {
    let (one, half) = (FloatLanes(repeating: 1), FloatLanes(repeating: 0.5))
    for start in stride(from: 0, to: paddedCount, by: 8) {
      let volts =
        FloatLanes(repeating: shift) + lanes(offset, start)
        + FloatLanes(repeating: scale) * FloatLanes(reading: inputs + start)
      let drive = volts * lanes(perSlope, start)
      let (b, r) = (lanes(shuntFactor, start), lanes(drop, start))
      var z = drive / b
      var growth = z.exponential()
      for _ in 0..<Self.stepLimit {
        let step =
          (b * z + r * (growth - one) - drive) / (b + r * growth)
        z = z - step
        // The error after a step is at most half its square, times the share of the series resistance, a few hundredths: below
        // the rounding of single precision. Three terms of the exponential are exact then, too.
        if step.magnitude().largest() <= 1e-3 {
          growth = growth * (one - step + half * step * step)
          break
        }
        growth = z.exponential()
      }
      let result =
        lanes(saturation, start) * (growth - FloatLanes(repeating: 1)) + lanes(shunt, start) * z
      result.write(to: currents + start)
    }
  }

  @inline(__always)
  private func lanes(_ numbers: [Float], _ start: Int) -> FloatLanes {
    numbers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return FloatLanes(repeating: 0) }
      return FloatLanes(reading: base + start)
    }
  }
}

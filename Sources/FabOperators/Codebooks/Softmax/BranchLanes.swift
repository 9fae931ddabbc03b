import FabDevices
import FabNumerics

/// A branch of every lane of a softmax in single precision, a register of lanes at once.
///
/// With `z` the junction's voltage over `a = n k T / e`, the law of a branch is
/// `b z + r (exp(z) - 1) = V / a`, `b = 1 + Rs G`, `r = Rs I0 / a`; the current is `I0 (exp(z) - 1) + a G z`.
/// With `y = V / (a b)`, `p = r / b` and `u = p exp(y + p)` the solution is `p exp(z) = W(u)`, Lambert's function: one exponential and,
/// where the series resistance takes little of the voltage, a rational function. Elsewhere it's Newton's method, which converges
/// where `exp(y)` is a number in single precision, for the left side is convex and rises.
///
/// > Source: T. C. Banwell, A. Jayakumar, *Exact analytical solution for current flow through diode with series resistance*,
/// > Electron. Lett. 36, 291 (2000).
struct BranchLanes: Sendable {
  /// The number of lanes, filled up to whole registers with branches that carry no current.
  let paddedCount: Int
  /// Row after row of ``paddedCount`` numbers, in the order of ``Row``.
  private let table: [Float]

  private enum Row {
    /// From the voltage to `y`, per volt.
    static let perVolt = 0
    /// What the offset adds to `y`, and `p`.
    static let shift = 1
    /// `p`.
    static let drop = 2
    /// `I0` in the unit of the current.
    static let saturation = 3
    /// `a G` in the unit of the current.
    static let shunt = 4
  }

  /// The largest `u` that the rational function is for.
  private static let rationalLimit: Float = 0.5
  /// Steps of Newton's method until a step changes nothing: three as a rule.
  private static let stepLimit = 40

  /// Takes branches.
  ///
  /// - Parameters:
  ///   - branches: One a lane.
  ///   - unit: The current that comes out as one, in ampere.
  init(_ branches: [DiodeModelBranch], unit: Double) {
    let padding = (FloatLanes.count - branches.count % FloatLanes.count) % FloatLanes.count
    paddedCount = branches.count + padding
    func numbers(_ number: (DiodeModelBranch) -> Double) -> [Float] {
      branches.map { Float(number($0)) } + Array(repeating: 0, count: padding)
    }
    func slope(_ branch: DiodeModelBranch) -> Double {
      let model = branch.model
      return model.slopeVoltage * (1 + model.seriesResistance * model.shuntConductance)
    }
    func drop(_ branch: DiodeModelBranch) -> Double {
      branch.model.seriesResistance * branch.model.saturationCurrent / slope(branch)
    }
    table =
      numbers { 1 / slope($0) }
      + numbers { $0.offset / slope($0) + drop($0) }
      + numbers(drop)
      + numbers { $0.model.saturationCurrent / unit }
      + numbers { $0.model.shuntConductance * $0.model.slopeVoltage / unit }
  }

  /// Finds the currents at the voltages `scale * x + shift`, and their sum.
  ///
  /// - Parameters:
  ///   - inputs: The numbers `x`, as many as padded lanes.
  ///   - scale: The voltage of a number of one, in volt.
  ///   - shift: The voltage of a number of zero, in volt.
  ///   - gain: What currents are multiplied by.
  ///   - currents: What is filled, as many.
  /// - Returns: The sum of the currents.
  @discardableResult
  func currents(
    _ inputs: UnsafePointer<Float>,
    scale: Float,
    shift: Float,
    gain: Float = 1,
    into currents: UnsafeMutablePointer<Float>
  ) -> Float {
    var worst = SIMD16<Float>(repeating: 0)
    var sum = FloatLanes(repeating: 0)
    let (scales, shifts) = (FloatLanes(repeating: scale), FloatLanes(repeating: shift))
    let gains = FloatLanes(repeating: gain)
    table.withUnsafeBufferPointer { table in
      guard var place = table.baseAddress else { return }
      for start in stride(from: 0, to: paddedCount, by: FloatLanes.count) {
        let volts = shifts.addingProduct(scales, FloatLanes(reading: inputs + start))
        let (drive, p) = self.drive(place, volts)
        // Beyond the range `u` is too large for the rational function anyway, but for branches without series resistance.
        let rise = drive.exponential(within: -87...88)
        let u = p * rise
        worst = worst.replacing(with: u.vector, where: u.vector .> worst)
        let current = self.current(place, rise * Self.lambertRatio(u), drive, p) * gains
        sum = sum + current
        current.write(to: currents + start)
        place += FloatLanes.count
      }
    }
    return FloatLanes(worst).largest() <= Self.rationalLimit
      ? sum.sum() : iterated(inputs, scales, shifts, gains, currents)
  }

  /// The same by Newton's method.
  private func iterated(
    _ inputs: UnsafePointer<Float>,
    _ scales: FloatLanes,
    _ shifts: FloatLanes,
    _ gains: FloatLanes,
    _ currents: UnsafeMutablePointer<Float>
  ) -> Float {
    var sum = FloatLanes(repeating: 0)
    table.withUnsafeBufferPointer { table in
      guard var place = table.baseAddress else { return }
      for start in stride(from: 0, to: paddedCount, by: FloatLanes.count) {
        let volts = shifts.addingProduct(scales, FloatLanes(reading: inputs + start))
        let (drive, p) = self.drive(place, volts)
        let current = self.current(place, Self.newton(drive, p), drive, p) * gains
        sum = sum + current
        current.write(to: currents + start)
        place += FloatLanes.count
      }
    }
    return sum.sum()
  }

  /// `y + p` and `p` of lanes at voltages.
  @inline(__always)
  private func drive(
    _ place: UnsafePointer<Float>,
    _ volts: FloatLanes
  ) -> (drive: FloatLanes, p: FloatLanes) {
    let drive = FloatLanes(reading: place + Row.shift * paddedCount)
      .addingProduct(volts, FloatLanes(reading: place + Row.perVolt * paddedCount))
    return (drive, FloatLanes(reading: place + Row.drop * paddedCount))
  }

  /// The currents of lanes from `exp(z)`.
  @inline(__always)
  private func current(
    _ place: UnsafePointer<Float>,
    _ growth: FloatLanes,
    _ drive: FloatLanes,
    _ p: FloatLanes
  ) -> FloatLanes {
    let z = drive - p * growth
    let saturation = FloatLanes(reading: place + Row.saturation * paddedCount)
    return (saturation * (growth - FloatLanes(repeating: 1)))
      .addingProduct(FloatLanes(reading: place + Row.shunt * paddedCount), z)
  }

  /// `W(u) / u`, relative error below 1e-7 for `u` of 0 to 0.5; coefficients from a fit by NumPy with weights that even out the errors.
  @inline(__always)
  private static func lambertRatio(_ u: FloatLanes) -> FloatLanes {
    let numerator = FloatLanes(repeating: 0.99999991)
      .addingProduct(
        u,
        FloatLanes(repeating: 1.9230612)
          .addingProduct(
            u,
            FloatLanes(repeating: 0.34299758).addingProduct(u, FloatLanes(repeating: -0.039786418))
          )
      )
    let denominator = FloatLanes(repeating: 1)
      .addingProduct(
        u,
        FloatLanes(repeating: 2.9230413).addingProduct(u, FloatLanes(repeating: 1.7667183))
      )
    return numerator / denominator
  }

  /// Solves `z + p (exp(z) - 1) = y` for `exp(z)`, from `y + p`.
  private static func newton(_ drive: FloatLanes, _ p: FloatLanes) -> FloatLanes {
    var z = drive - p
    var growth = z.exponential()
    for _ in 0..<stepLimit {
      let step = (z + p * growth - drive) / (FloatLanes(repeating: 1) + p * growth)
      z = z - step
      growth = z.exponential()
      // What is left is half of the square of the step.
      if step.magnitude().largest() <= 1e-4 { break }
    }
    return growth
  }
}

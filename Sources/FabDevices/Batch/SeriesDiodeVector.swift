public import FabNumerics

// Goals, in this order: (1) a relative error of the current below 1e-10, also near zero voltage and in reverse;
// (2) a fixed number of steps, so that four lanes never wait for one; (3) one logarithm and one exponential.

/// Operating points of diodes in series with resistors, four at once.
///
/// A diode (`I0`, `a = n k T / e`) in series with the total resistance `R` carries `I = I0 (exp t - 1)`, and `t`
/// solves `a t + I0 R (exp t - 1) = V`. With `y = I0 R/a exp t` that is `y + ln y = (V + I0 R)/a + ln(I0 R/a)`,
/// the equation of the Wright omega function: a start within 3 %, one step of fourth order in `y`, one step of
/// third order in `t` with `exp t - 1` kept whole, which restores the relative precision near zero.
///
/// > Source: The iteration of P. W. Lawrence, R. M. Corless, D. J. Jeffrey, ACM Trans. Math. Softw. 38(3), 20
/// > (2012), doi 10.1145/2168773.2168779; series of omega about 1 from R. M. Corless, D. J. Jeffrey, *The Wright ω
/// > function*, 2002, doi 10.1007/3-540-45470-5_10.
///
/// > Validity: `V / a` up to 600 where `R` is zero; beyond, the current overflows.
public enum SeriesDiodeVector {
  /// Four doubles.
  public typealias Vector = SIMD4<Double>

  /// Solves four operating points.
  ///
  /// - Parameters:
  ///   - voltage: Voltage across diode and resistor, in volt.
  ///   - saturationCurrent: `I0`, above zero, in ampere.
  ///   - slopeVoltage: `a = n k T / e`, above zero, in volt.
  ///   - saturationVoltage: `I0 R`, not negative, in volt.
  ///   - logarithm: `ln(I0 R / a)`; finite also where `R` is zero, for instance -1e6.
  /// - Returns: The currents in ampere and their derivatives by the voltage in siemens.
  @inlinable public static func operatingPoint(
    voltage: Vector,
    saturationCurrent: Vector,
    slopeVoltage: Vector,
    saturationVoltage: Vector,
    logarithm: Vector
  ) -> (current: Vector, conductance: Vector) {
    let drive = (voltage + saturationVoltage) / slopeVoltage
    let start = omegaStart(omegaArgument(drive, logarithm))
    return operatingPoint(
      logarithm: logarithmOfRatio(drive: drive, logarithm: logarithm, start: start),
      voltage: voltage,
      saturationCurrent: saturationCurrent,
      slopeVoltage: slopeVoltage,
      saturationVoltage: saturationVoltage
    )
  }

  @inlinable @inline(__always)
  static func omegaArgument(_ drive: Vector, _ logarithm: Vector) -> Vector {
    var z = drive + logarithm
    z.replace(with: -690, where: z .< -690)
    return z
  }

  /// Returns `t` from a start of omega: a fourth-order step, then the form of `t` that doesn't cancel.
  @inlinable @inline(__always)
  static func logarithmOfRatio(drive: Vector, logarithm: Vector, start: Vector) -> Vector {
    let logStart = VectorMath.logOfNormal(start)
    let residual = omegaArgument(drive, logarithm) - start - logStart
    let next = start + 1
    let term = 2 * next * (next + residual * (2.0 / 3.0))
    let change = residual * (term - residual) / (next * (term - 2 * residual))
    let y = start + start * change
    let cubic = change * (1.0 / 3.0 - change * 0.25)
    let logChange = change * (1 - change * (0.5 - cubic))
    var t = logStart + logChange - logarithm
    t.replace(with: drive - y, where: y .< 1)
    return t
  }

  /// Returns the operating point near `t`.
  ///
  /// A third-order step on `a t + I0 R (exp t - 1) - V`, whose second derivative is that of the exponential alone.
  @inlinable @inline(__always)
  static func operatingPoint(
    logarithm t: Vector,
    voltage: Vector,
    saturationCurrent: Vector,
    slopeVoltage: Vector,
    saturationVoltage: Vector
  ) -> (current: Vector, conductance: Vector) {
    let growth = VectorMath.expm1(t)
    let steep = saturationVoltage * (growth + 1)
    let slope = slopeVoltage + steep
    let miss = slopeVoltage * t + saturationVoltage * growth - voltage
    let newton = miss / slope
    let step = newton * (1 + newton * steep / slope * 0.5)
    let exponential = growth + 1
    let final = growth - exponential * step * (1 - step * 0.5)
    let value = final + 1
    let current = saturationCurrent * final
    let conductance =
      saturationCurrent * value / (slopeVoltage + saturationVoltage * value)
    return (current, conductance)
  }

  /// Returns the Wright omega function within 3 %.
  @inlinable @inline(__always)
  static func omegaStart(_ z: Vector) -> Vector {
    // Below -1 by a Padé approximant of the Lambert function of exp z, to 4 by the series about 1, then asymptotic.
    let q = VectorMath.expOfModerate(pointwiseMin(z, Vector(repeating: 1)))
    var y = q * (1 + q * 0.5) / (1 + q * 1.5)
    let d = z - 1
    var series = Vector(repeating: -1.0 / 3072).addingProduct(d, Vector(repeating: 13.0 / 61440))
    series = Vector(repeating: -1.0 / 192).addingProduct(d, series)
    series = Vector(repeating: 1.0 / 16).addingProduct(d, series)
    series = Vector(repeating: 0.5).addingProduct(d, series)
    series = Vector(repeating: 1).addingProduct(d, series)
    y.replace(with: series, where: z .> -1)
    let large = pointwiseMax(z, Vector(repeating: 4))
    let logarithm = VectorMath.logOfNormal(large)
    let ratio = logarithm / large
    let asymptotic = large - logarithm + ratio * (1 + (logarithm - 2) / (2 * large))
    y.replace(with: asymptotic, where: z .> 4)
    return y
  }
}

public import FabNumerics

/// Quotient of two currents by three units: two turn currents into voltages, the third the difference back.
///
/// `Iz = Iref Ix / Iy`, with `Vz = Vx - Vy + Vb` and the bias `Vb` of a nominal diode at `Iref`.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, Figure 2d: three units, M1 and M2 low; the amplifiers and the bias
/// > are our reconstruction.
public struct Divider: AnalogOperator {
  /// The reference current, in ampere.
  public let reference: Double
  /// The name.
  public let name = OperatorName.divider
  /// Three units in the logarithmic mode.
  public let modes = Array(repeating: PCUMode.logarithmic, count: 3)

  /// Creates a divider.
  ///
  /// - Parameter reference: The reference current, in ampere; 0.2 µA keeps the quotient within 0.02...2 µA.
  public init(reference: Double = LogDomain.operandRange.lowerBound) {
    self.reference = reference
  }

  /// The largest quotient, in ampere.
  public var fullScale: Double {
    reference * LogDomain.operandRange.upperBound / LogDomain.operandRange.lowerBound
  }

  /// Divides ten by ten pairs.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    let quotient = try LogProduct(unit, bench, reference: reference, sign: -1, using: &generator)
    var trials: [OperatorTrial] = []
    trials.reserveCapacity(100)
    for x in LogDomain.operands {
      for y in LogDomain.operands {
        let output = bench.read(try quotient.output(x, y), using: &generator)
        trials.append(
          OperatorTrial(first: x, second: y, ideal: reference * x / y, output: output)
        )
      }
    }
    return trials
  }
}

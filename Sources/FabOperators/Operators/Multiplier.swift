public import FabNumerics

/// Product of two currents by three units: two turn currents into voltages, the third the sum back.
///
/// `Iz = Ix Iy / Iref`, with `Vz = Vx + Vy - Vb` and the bias `Vb` of a nominal diode at `Iref`.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, Figure 2e: three units, M1 and M2 low; the amplifiers and the bias
/// > are our reconstruction.
public struct Multiplier: AnalogOperator {
  /// The reference current, in ampere.
  public let reference: Double
  /// The name.
  public let name = OperatorName.multiplier
  /// Three units in the logarithmic mode.
  public let modes = Array(repeating: PCUMode.logarithmic, count: 3)

  /// Creates a multiplier.
  ///
  /// - Parameter reference: The reference current, in ampere; 2 µA keeps the product within 0.02...2 µA.
  public init(reference: Double = LogDomain.operandRange.upperBound) {
    self.reference = reference
  }

  /// The largest product, in ampere.
  public var fullScale: Double {
    let largest = LogDomain.operandRange.upperBound
    return largest * largest / reference
  }

  /// Multiplies ten by ten pairs.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    let product = try LogProduct(unit, bench, reference: reference, sign: 1, using: &generator)
    var trials: [OperatorTrial] = []
    trials.reserveCapacity(100)
    for x in LogDomain.operands {
      for y in LogDomain.operands {
        let output = bench.read(try product.output(x, y), using: &generator)
        trials.append(
          OperatorTrial(first: x, second: y, ideal: x * y / reference, output: output)
        )
      }
    }
    return trials
  }
}

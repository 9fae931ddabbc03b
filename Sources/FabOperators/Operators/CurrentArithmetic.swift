public import FabNumerics

/// Product or quotient of two currents by three units: two turn currents into voltages, the third turns their sum or
/// difference back into a current.
///
/// `Iz = Ix Iy / Iref` with `Vz = Vx + Vy - Vb`, or `Iz = Iref Ix / Iy` with `Vz = Vx - Vy + Vb`; the bias `Vb` is that of
/// a nominal diode at `Iref`.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, Figures 2d and 2e: three units, M1 and M2 low; the amplifiers and the bias
/// > are our reconstruction.
public struct CurrentArithmetic: AnalogOperator {
  /// What is computed.
  public enum Operation: Hashable, Sendable {
    /// `Iz = Ix Iy / Iref`.
    case product
    /// `Iz = Iref Ix / Iy`.
    case quotient

    var sign: Double { self == .product ? 1 : -1 }
  }

  /// What is computed.
  public let operation: Operation
  /// Three units in the logarithmic mode.
  public let modes = Array(repeating: PCUMode.logarithmic, count: 3)

  /// Creates the operator.
  public init(_ operation: Operation) {
    self.operation = operation
  }

  /// The name.
  public var name: OperatorName { operation == .product ? .multiplier : .divider }

  /// The reference current, in ampere: one end of the operands' decade, so that results lie within 0.02...2 µA.
  public var reference: Double {
    let range = LogDomain.operandRange
    return operation == .product ? range.upperBound : range.lowerBound
  }

  /// The largest result, in ampere.
  public var fullScale: Double {
    let range = LogDomain.operandRange
    return ideal(
      range.upperBound,
      operation == .product ? range.upperBound : range.lowerBound
    )
  }

  /// Computes with ten by ten pairs.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    let units = try product(of: unit, bench, using: &generator)
    var trials: [OperatorTrial] = []
    trials.reserveCapacity(100)
    for x in LogDomain.operands {
      for y in LogDomain.operands {
        let output = bench.read(try units.output(x, y), using: &generator)
        trials.append(OperatorTrial(first: x, second: y, ideal: ideal(x, y), output: output))
      }
    }
    return trials
  }

  /// Configures a unit.
  func product(
    of unit: OperatorUnit,
    _ bench: LogDomain,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> LogProduct {
    try LogProduct(
      unit,
      bench,
      reference: reference,
      sign: operation.sign,
      using: &generator
    )
  }

  private func ideal(_ x: Double, _ y: Double) -> Double {
    operation == .product ? x * y / reference : reference * x / y
  }
}

import FabDevices
import FabNumerics

/// Three units that multiply or divide currents, configured.
struct LogProduct: Sendable {
  private let bench: LogDomain
  private let first: DiodeModel
  private let second: DiodeModel
  private let third: DiodeModel
  private let sign: Double
  private let constant: Double
  private let reference: Double

  /// Configures three units.
  ///
  /// - Parameters:
  ///   - unit: The units: two logarithms and the exponential.
  ///   - bench: The bench.
  ///   - reference: The reference current, in ampere.
  ///   - sign: 1 for a product, -1 for a quotient.
  ///   - generator: Source of the amplifiers' offsets.
  /// - Throws: ``OperatorError`` where a device makes no sense.
  init(
    _ unit: OperatorUnit,
    _ bench: LogDomain,
    reference: Double,
    sign: Double,
    using generator: inout Xoshiro256
  ) throws(OperatorError) {
    self.bench = bench
    first = try unit.pcus[0].logarithmicBranch()
    second = try unit.pcus[1].logarithmicBranch()
    third = try unit.pcus[2].logarithmicBranch()
    self.sign = sign
    self.reference = reference
    // An amplifier each turns the two currents into voltages, a third one holds the output at virtual ground.
    var offsets = 0.0
    for weight in [1, sign, 1] { offsets += weight * bench.offsetVoltage(using: &generator) }
    constant = -sign * (try bench.biasVoltage(reference)) + offsets
  }

  /// Takes branches that are known as they are.
  ///
  /// - Parameters:
  ///   - bench: The bench.
  ///   - branches: Two logarithms and the exponential.
  ///   - reference: The reference current, in ampere.
  ///   - sign: 1 for a product, -1 for a quotient.
  ///   - offset: The offset voltages of the amplifiers in sum, in volt.
  /// - Throws: ``OperatorError`` where the reference can't be reached.
  init(
    _ bench: LogDomain,
    branches: (DiodeModel, DiodeModel, DiodeModel),
    reference: Double,
    sign: Double,
    offset: Double
  ) throws(OperatorError) {
    self.bench = bench
    (first, second, third) = branches
    self.sign = sign
    self.reference = reference
    constant = -sign * (try bench.biasVoltage(reference)) + offset
  }

  /// The branches with the offset voltages in sum, at the exponential.
  var parameters: [BranchParameters] {
    get throws(OperatorError) {
      let bias = -sign * (try bench.biasVoltage(reference))
      return [
        BranchParameters(first, offset: 0), BranchParameters(second, offset: 0),
        BranchParameters(third, offset: constant - bias),
      ]
    }
  }

  /// The output currents for all pairs of two lists of currents, in ampere, shape `[first, second]` flat.
  func outputs(_ xs: [Double], _ ys: [Double]) throws(OperatorError) -> [Double] {
    var left: [Double] = []
    var right: [Double] = []
    for x in xs { left.append(try bench.voltage(of: first, at: x) + constant) }
    for y in ys { right.append(sign * (try bench.voltage(of: second, at: y))) }
    return left.flatMap { one in right.map { third.current(at: one + $0) } }
  }

  /// The output current for two input currents, in ampere.
  func output(_ x: Double, _ y: Double) throws(OperatorError) -> Double {
    let voltage =
      try bench.voltage(of: first, at: x) + sign * (try bench.voltage(of: second, at: y))
      + constant
    return third.current(at: voltage)
  }
}

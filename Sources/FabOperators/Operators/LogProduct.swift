import FabDevices
import FabNumerics

/// Three units that multiply or divide currents, configured.
struct LogProduct {
  private let bench: LogDomain
  private let first: DiodeModel
  private let second: DiodeModel
  private let third: DiodeModel
  private let sign: Double
  private let constant: Double

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
    // An amplifier each turns the two currents into voltages, a third one holds the output at virtual ground.
    var offsets = 0.0
    for weight in [1, sign, 1] { offsets += weight * bench.offsetVoltage(using: &generator) }
    constant = -sign * (try bench.biasVoltage(reference)) + offsets
  }

  /// The output current for two input currents, in ampere.
  func output(_ x: Double, _ y: Double) throws(OperatorError) -> Double {
    let voltage =
      try bench.voltage(of: first, at: x) + sign * (try bench.voltage(of: second, at: y))
      + constant
    return third.current(at: voltage)
  }
}

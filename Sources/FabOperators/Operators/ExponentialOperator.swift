import FabDevices
public import FabNumerics
import Foundation

/// Exponential of a number by one unit: the number times `n k T / e` is the voltage, the current the result.
public struct ExponentialOperator: AnalogOperator {
  /// The current of `exp(0)`, in ampere.
  public let reference: Double
  /// The largest magnitude of the number.
  public let range: Double
  /// The name.
  public let name = OperatorName.exponential
  /// One unit in the logarithmic mode.
  public let modes = [PCUMode.logarithmic]

  /// Creates an exponential; the defaults keep the current within two decades, 0.02...2 µA.
  public init(reference: Double = 0.2e-6, range: Double = 2.3) {
    self.reference = reference
    self.range = range
  }

  /// The largest exponential.
  public var fullScale: Double { exp(range) }

  /// Takes 47 exponentials.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    let branch = try unit.pcus[0].logarithmicBranch()
    let bias = try bench.biasVoltage(reference) + bench.offsetVoltage(using: &generator)
    return (0...46)
      .map { step in
        let x = range * (Double(step) / 23 - 1)
        let current = branch.current(at: bench.slopeVoltage * x + bias)
        return OperatorTrial(
          first: x,
          ideal: exp(x),
          output: bench.read(current, using: &generator) / reference
        )
      }
  }
}

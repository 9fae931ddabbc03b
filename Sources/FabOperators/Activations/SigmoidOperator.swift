import FabDevices
public import FabNumerics
import Foundation

/// Sigmoid of one unit: two diodes back to back.
///
/// The ideal of a unit is the sigmoid fitted to its own curve.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.3, Figure 3g: M1 low, M2 high, `2 sigmoid(K x) - 1`.
public struct SigmoidOperator: AnalogOperator {
  /// The largest voltage, in volt; below what sets M2, which takes nearly all of it.
  public static let largestVoltage = 0.35
  /// The name.
  public let name = OperatorName.sigmoid
  /// One unit.
  public let modes = [PCUMode.sigmoid]
  /// The largest output: outputs are shares of each unit's largest current.
  public let fullScale = 1.0
  /// Relative errors count above a tenth of full scale.
  public let relativeFloor = 0.1

  /// Creates the operator.
  public init() {}

  /// The voltages that a unit is tried on, in volt.
  static let voltages = (0...40).map { largestVoltage * (Double($0) / 20 - 1) }

  /// Takes the curve of a unit and fits it.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    let cell = try SigmoidCell(unit.pcus[0], name, index: index, using: &generator)
    let offset = bench.offsetVoltage(using: &generator)
    return Self.voltages.map { voltage in
      let current = cell.branch.current(at: voltage + offset)
      return OperatorTrial(
        first: voltage,
        ideal: cell.fit.value(at: voltage) / cell.fullScale,
        output: bench.read(current, using: &generator) / cell.fullScale
      )
    }
  }
}

import FabDevices
public import FabNumerics

/// Softplus of one unit: a diode whose current bends into the line of M1 at 10 kohm.
///
/// The ideal of a unit is the softplus fitted to its own curve: amplitude, slope and offset are constants that a network
/// takes up in its weights.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.3, Figure 3f: M2 low, M1 about 10 kohm, a large voltage.
public struct SoftplusOperator: AnalogOperator {
  /// The resistance that M1 is programmed to, in ohm.
  public static let multistateResistance = 1e4
  /// The largest voltage, in volt.
  public static let largestVoltage = 1.0
  /// The name.
  public let name = OperatorName.softplus
  /// One unit.
  public let modes = [PCUMode.softplus]
  /// The largest output: outputs are shares of each unit's largest current.
  public let fullScale = 1.0
  /// Relative errors count above a twentieth of full scale.
  public let relativeFloor = 0.05

  /// Creates the operator.
  public init() {}

  /// The voltages that a unit is tried on, in volt.
  static let voltages = (0...40).map { largestVoltage * Double($0) / 40 }

  /// Takes the curve of a unit and fits it.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    let cell = try SoftplusCell(unit.pcus[0], bench, index: index, conditions, using: &generator)
    let fit = try cell.fit()
    let currents = Self.voltages.map(cell.current)
    guard let full = currents.max() else { throw .noFit(operator: name, unit: index) }
    return zip(Self.voltages, currents)
      .map { voltage, current in
        OperatorTrial(
          first: voltage,
          ideal: fit.value(at: voltage) / full,
          output: bench.read(current, using: &generator) / full
        )
      }
  }
}

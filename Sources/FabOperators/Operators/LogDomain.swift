import FabDevices
import FabNumerics

/// The bench around units in the logarithmic mode: currents to voltages and back, with the bench's imperfections.
public struct LogDomain: Sendable {
  /// The smallest and largest operand, in ampere.
  ///
  /// > Source: Assumed: one decade, far above the saturation current of 1 nA and below where 1.4 kohm in series
  /// > count for much against `n k T / e`.
  public static let operandRange = 0.2e-6...2e-6

  /// Ten operands over the range, equally far apart.
  static let operands = (0..<10)
    .map { index in
      let step = (operandRange.upperBound - operandRange.lowerBound) / 9
      return operandRange.lowerBound + step * Double(index)
    }

  let name: OperatorName
  let index: Int
  private let bias: DiodeModel
  private let offset: Double
  private let readout: Double

  init(
    _ name: OperatorName,
    index: Int,
    _ conditions: OperatorConditions
  ) throws(OperatorError) {
    self.name = name
    self.index = index
    do { bias = try DiodeModel(conditions.biasDiode.withoutSeriesResistance()) } catch {
      throw .device(error)
    }
    offset = conditions.amplifierOffset
    readout = conditions.readoutSpread
  }

  /// `n k T / e` of the diode that the bench is made for.
  var slopeVoltage: Double { bias.slopeVoltage }

  /// The bias voltage of a reference current.
  func biasVoltage(_ current: Double) throws(OperatorError) -> Double {
    try voltage(of: bias, at: current)
  }

  /// The voltage of a branch at a current.
  func voltage(of branch: DiodeModel, at current: Double) throws(OperatorError) -> Double {
    guard let voltage = branch.voltage(at: current) else {
      throw .outOfReach(operator: name, unit: index, quantity: "current/A", found: current)
    }
    return voltage
  }

  /// The offset of one amplifier.
  func offsetVoltage(using generator: inout Xoshiro256) -> Double {
    offset > 0 ? offset * generator.normalDeviate() : 0
  }

  /// What an instrument shows of a value.
  func read(_ value: Double, using generator: inout Xoshiro256) -> Double {
    readout > 0 ? value * (1 + readout * generator.normalDeviate()) : value
  }
}

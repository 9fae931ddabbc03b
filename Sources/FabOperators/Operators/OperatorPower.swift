public import FabDevices

/// The power that a unit in use takes, averaged over its inputs.
public enum OperatorPower {
  /// A unit in the synapse mode with inputs and weights spread evenly over their ranges, in watt.
  ///
  /// The mean of `G V^2`: of a uniform input of up to V0 the square is `V0^2 / 3` in the mean.
  public static var synapse: Double {
    let weight = (1 + SynapseColumn.smallestWeight) / 2
    let volts = SynapseColumn.unitVoltage
    return weight * SynapseColumn.unitConductance * volts * volts / 3
  }

  /// A unit in the logarithmic mode with currents spread evenly over the range of operands, in watt.
  ///
  /// - Parameter diode: The diode.
  /// - Returns: The mean of `I V`; `nil` if the diode can't carry such currents.
  /// - Throws: ``DeviceError`` for parameters out of range.
  public static func logarithmic(
    _ diode: DiodeParameters = .nominal
  ) throws(DeviceError) -> Double? {
    let model = try DiodeModel(diode)
    var sum = 0.0
    for current in LogDomain.operands {
      guard let voltage = model.voltage(at: current) else { return nil }
      sum += current * voltage
    }
    return sum / Double(LogDomain.operands.count)
  }
}

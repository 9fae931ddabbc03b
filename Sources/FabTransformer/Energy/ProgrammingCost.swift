/// What it costs to write the weights, once; no part of running the network.
public struct ProgrammingCost: Hashable, Sendable {
  /// Memristors: two a weight.
  public let memristors: Int
  /// Energy of all pulses, in joule.
  public let joules: Double
  /// Time if one memristor is written after the other, in second.
  public let secondsInTurn: Double

  /// Computes it.
  ///
  /// > Source: Adv. Sci. 2025, 12(33), e04706, section 4: incremental pulses of 20 ms, each followed by a reading.
  public init(_ counts: OperationCounts, parameters: EnergyParameters) {
    memristors = 2 * counts.staticWeights
    let pulses = Double(memristors) * parameters[.programmingPulses]
    let volts = parameters[.programmingVoltage]
    joules =
      pulses * parameters[.programmingConductance] * volts * volts * parameters[.programmingPulse]
    secondsInTurn = pulses * parameters[.programmingPulse]
  }
}

public import FabDevices
public import FabUnits

/// The devices of one computing unit at its temperature, with the lines that lead to them.
///
/// The circuit is `WL -D1- N1 -[D2 || M2]- N2 -M1- BL`: D1 and D2 share their cathode N1, M2's silver lies on N1,
/// M1 leads from the island N2 to the bit line.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, Figure 1c; the order of the devices is our reconstruction.
public struct PCUDevices: Hashable, Sendable {
  /// The four devices.
  public let devices: DeviceParameters
  /// The resistances of the lines.
  public let lines: PCULines
  /// The temperature.
  public let temperature: Temperature

  /// Creates a unit.
  public init(
    devices: DeviceParameters = .nominal,
    lines: PCULines = .nominal,
    temperature: Temperature = Temperature(siValue: 298.15)
  ) {
    self.devices = devices
    self.lines = lines
    self.temperature = temperature
  }

  /// The lowest resistance that M1 can be set to, in ohm.
  public var lowestMultistateResistance: Double { 1 / devices.multistate.window.upperBound }

  /// Returns the unit as a diode in series with everything else, M2 in its low state.
  ///
  /// D2 is reverse-biased by less than a millivolt beside M2's filament; its small-signal conductance is taken along.
  ///
  /// - Parameter multistateResistance: The resistance that M1 is set to, in ohm.
  /// - Returns: The law of the whole branch, from word line to bit line.
  /// - Throws: ``OperatorError/device(_:)``.
  public func diodeBranch(multistateResistance: Double) throws(OperatorError) -> DiodeModel {
    do throws(DeviceError) {
      let second = try DiodeModel(devices.diode2, temperature: temperature)
      let aside = second.operatingPoint(at: 0).conductance
      let filament = 1 / (1 / devices.binary.lowResistance + aside)
      let series = filament + multistateResistance + lines.compute
      return try DiodeModel(
        devices.diode1.adding(seriesResistance: series),
        temperature: temperature
      )
    } catch {
      throw .device(error)
    }
  }

  /// Returns the unit with M1 and M2 in their low states.
  ///
  /// - Throws: ``OperatorError/device(_:)``.
  public func logarithmicBranch() throws(OperatorError) -> DiodeModel {
    try diodeBranch(multistateResistance: lowestMultistateResistance)
  }

  /// Returns the unit with M1 low and M2 high: two diodes back to back, the second shunted by M2.
  ///
  /// - Parameter highResistance: The resistance of M2's high state, in ohm.
  /// - Returns: The pair, everything in series with the first diode.
  /// - Throws: ``OperatorError/device(_:)``.
  public func backToBackBranch(
    highResistance: Double
  ) throws(OperatorError) -> DiodePair {
    do throws(DeviceError) {
      return DiodePair(
        try DiodeModel(
          devices.diode1.adding(seriesResistance: lowestMultistateResistance + lines.compute),
          temperature: temperature
        ),
        try DiodeModel(
          devices.diode2.shunted(by: highResistance),
          temperature: temperature
        )
      )
    } catch {
      throw .device(error)
    }
  }
}

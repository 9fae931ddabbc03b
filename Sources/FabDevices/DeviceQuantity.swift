/// What a device parameter is, for messages.
public enum DeviceQuantity: String, Hashable, Sendable, CaseIterable {
  /// Saturation current of a diode, in ampere.
  case saturationCurrent = "saturation current/A"
  /// Ideality factor of a diode.
  case ideality = "ideality factor"
  /// Series resistance, in ohm.
  case seriesResistance = "series resistance/ohm"
  /// Shunt resistance, in ohm.
  case shuntResistance = "shunt resistance/ohm"
  /// Capacitance, in farad.
  case capacitance = "capacitance/F"
  /// Energy gap, in electronvolt.
  case energyGap = "energy gap/eV"
  /// Power of the temperature in the saturation current.
  case temperatureExponent = "temperature exponent"
  /// Absolute temperature, in kelvin.
  case temperature = "temperature/K"
  /// Area, in square metre.
  case area = "area/m2"
  /// Conductance, in siemens.
  case conductance = "conductance/S"
  /// Resistance, in ohm.
  case resistance = "resistance/ohm"
  /// Voltage, in volt.
  case voltage = "voltage/V"
  /// Current, in ampere.
  case current = "current/A"
  /// Duration, in second.
  case duration = "duration/s"
  /// A spread: a standard deviation, relative or in volt as the parameter says.
  case spread = "spread"
  /// A share of a whole.
  case share = "share"
  /// A length, in metre.
  case length = "length/m"
  /// A count.
  case count = "count"
  /// A relative film thickness.
  case relativeThickness = "relative thickness"
  /// A shift of the absorption edge, in metre.
  case edgeShift = "edge shift/m"
}

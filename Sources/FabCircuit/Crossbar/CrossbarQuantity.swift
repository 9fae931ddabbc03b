/// What a number of a crossbar is, for messages.
public enum CrossbarQuantity: String, Hashable, Sendable, CaseIterable {
  /// Resistance of a piece of word line, in ohm.
  case wordSegment = "word-line segment/ohm"
  /// Resistance of a piece of bit line, in ohm.
  case bitSegment = "bit-line segment/ohm"
  /// Resistance between a source and its word line, in ohm.
  case sourceResistance = "source resistance/ohm"
  /// Resistance between a bit line and its virtual ground, in ohm.
  case terminationResistance = "termination resistance/ohm"
  /// Conductance of a cell, in siemens.
  case conductance = "conductance/S"
  /// Saturation current of a cell's diode, in ampere.
  case saturationCurrent = "saturation current/A"
  /// `n k T / e` of a cell's diode, in volt.
  case slopeVoltage = "slope voltage/V"
  /// Series resistance of a cell's diode, in ohm.
  case seriesResistance = "series resistance/ohm"
  /// Voltage of a source, in volt.
  case input = "input/V"
}

/// What a value of a circuit's element is, for messages.
public enum CircuitQuantity: String, Hashable, Sendable, CaseIterable {
  /// The resistance of a resistor, in ohm.
  case resistance = "resistance/ohm"
  /// The capacitance of a capacitor, in farad.
  case capacitance = "capacitance/F"
  /// The voltage of a source or an offset, in volt.
  case voltage = "voltage/V"
  /// The current of a source, in ampere.
  case current = "current/A"
  /// The gain of an amplifier or of a summer's input.
  case gain = "gain"
  /// The gain-bandwidth product of an amplifier, in hertz.
  case bandwidth = "bandwidth/Hz"
  /// A step of time or an instant, in second.
  case time = "time/s"
  /// The area of a device, in mm².
  case area = "area/mm2"
}

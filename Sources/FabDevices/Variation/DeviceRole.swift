/// The four components of a computing unit.
public enum DeviceRole: UInt64, Hashable, Sendable, CaseIterable {
  /// The diode at the word line.
  case diode1 = 1
  /// The diode back to back with the first.
  case diode2 = 2
  /// The multistate memristor M1.
  case multistate = 3
  /// The binary memristor M2.
  case binary = 4
}

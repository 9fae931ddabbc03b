/// What is sorted into bins.
public enum BinSubject: String, CaseIterable, Codable, Hashable, Sendable {
  /// The diode at the word line.
  case diode1 = "D1"
  /// The diode back to back with the first.
  case diode2 = "D2"
  /// The multistate memristor.
  case multistate = "M1"
  /// The binary memristor.
  case binary = "M2"
  /// The whole unit, from the bins of its components.
  case unit = "PCU"

  /// The four components.
  public static let components: [BinSubject] = [.diode1, .diode2, .multistate, .binary]
}

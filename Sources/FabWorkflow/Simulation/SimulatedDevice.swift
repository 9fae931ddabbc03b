/// The devices whose current-voltage curve can be simulated.
public enum SimulatedDevice: String, CaseIterable, Sendable {
  /// A diode.
  case diode
  /// A multistate memristor.
  case multistate
  /// A binary memristor.
  case binary
  /// Two diodes back to back.
  case pair

  /// Whether the curve depends on what was applied before, so that a loop is swept.
  var hasMemory: Bool { self == .multistate || self == .binary }

  /// The name in titles.
  var title: String {
    switch self {
    case .diode: "diode"
    case .multistate: "multistate memristor"
    case .binary: "binary memristor"
    case .pair: "two diodes back to back"
    }
  }
}

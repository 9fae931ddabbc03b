import FabDevices

/// The components of a PCU, as bins and measured values name them.
enum ComponentName: String, CaseIterable {
  case diode1 = "D1"
  case diode2 = "D2"
  case multistate = "M1"
  case binary = "M2"

  /// The device of the simulator.
  var role: DeviceRole {
    switch self {
    case .diode1: .diode1
    case .diode2: .diode2
    case .multistate: .multistate
    case .binary: .binary
    }
  }
}

import ArgumentParser
import FabWorkflow

/// The device of a current-voltage curve.
enum DeviceChoice: String, CaseIterable, ExpressibleByArgument {
  case diode
  case multistate
  case binary
  case pair

  var device: SimulatedDevice {
    switch self {
    case .diode: .diode
    case .multistate: .multistate
    case .binary: .binary
    case .pair: .pair
    }
  }
}

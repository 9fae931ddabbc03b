public import FabDevices

/// A memristor with its state, in the place of a resistor of a circuit.
///
/// Positive voltage is from the resistor's `from` to its `to`.
public enum MemristorState: Hashable, Sendable {
  /// A multistate memristor.
  case multistate(MultistateMemristor)
  /// A binary memristor and the largest current of its source, in ampere.
  ///
  /// The limit holds for positive voltages, where it sets the low state; a RESET is driven without one.
  case binary(BinaryMemristor, compliance: Double)

  /// The resistance now, in ohm.
  public var resistance: Double {
    switch self {
    case .multistate(let device): 1 / device.conductance
    case .binary(let device, _): device.resistance
    }
  }
}

public import FabDevices

/// Why a circuit has no solution, or none was found.
public enum CircuitError: Error, Hashable, Sendable {
  /// Nodes without any conducting path to ground, in the order of the circuit.
  case floatingNodes([String])
  /// Sources, summers and amplifier outputs that form a loop: no equation gives its current.
  case sourceLoop(elements: [String])
  /// The equations don't determine an unknown.
  case singular(CircuitUnknown)
  /// No method converged.
  ///
  /// The node is the one whose voltage moved most in the last step, in volt; the residual is the greatest sum of
  /// the currents of a node that was left, in ampere.
  case notConverged(node: String, step: Double, residual: Double, iterations: Int)
  /// Newton's iteration came to rest where the currents of a node don't add up to zero, in ampere.
  case currentsDontBalance(node: String, residual: Double, bound: Double)
  /// The voltage of a source, a summer or an amplifier isn't what its equation says, in volt.
  case equationNotMet(element: String, residual: Double, bound: Double)
  /// A value of an element makes no sense; `expected` states the range.
  case badValue(element: String, quantity: CircuitQuantity, found: Double, expected: String)
  /// An element refers to a node that the circuit doesn't have.
  case foreignNode(element: String, index: Int, count: Int)
  /// No node that is meant has this name.
  case unknownNode(name: String, known: [String])
  /// No element has this name.
  case unknownElement(name: String, known: [String])
  /// An element was to be replaced by, or used as, one of another kind or between other nodes.
  case wrongKind(element: String, expected: String)
  /// The factorisation gave up with a code of its library: too little memory or too many entries.
  case factorisationFailed(code: Int, unknowns: Int)
  /// An instance names a subcircuit that the netlist doesn't have.
  case unknownSubcircuit(instance: String, name: String, known: [String])
  /// An instance has another number of nodes than its subcircuit has ports.
  case portCount(instance: String, subcircuit: String, found: Int, expected: Int)
  /// A subcircuit contains itself.
  case subcircuitCycle(name: String)
  /// A device of a netlist has no model.
  case badDevice(element: String, error: DeviceError)
  /// Two elements of a netlist have the same name.
  case duplicateElement(name: String)
}

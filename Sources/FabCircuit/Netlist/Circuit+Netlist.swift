public import FabExtraction

extension Circuit {
  /// The resistance from an open contact to ground that gives every node a potential, in ohm.
  public static let contactLeakage = 1e12

  /// Creates the circuit of a netlist, its subcircuits flattened.
  ///
  /// Elements and nodes inside an instance have its name before their own: `A5_R2C3.M1`. A driven contact has a
  /// source `V.` and its node's name to ground, an open one a resistor `leak.` and its node's name.
  ///
  /// - Parameters:
  ///   - netlist: The netlist, with or without line resistances.
  ///   - devices: What its diodes and memristors are like.
  ///   - voltages: The voltages of contacts by node, in volt; the others stay open.
  ///   - leakage: The resistance of an open contact to ground, in ohm.
  /// - Throws: ``CircuitError/unknownNode(name:known:)`` where a voltage belongs to no contact,
  ///   ``CircuitError/unknownSubcircuit(instance:name:known:)``,
  ///   ``CircuitError/portCount(instance:subcircuit:found:expected:)``,
  ///   ``CircuitError/subcircuitCycle(name:)``, ``CircuitError/duplicateElement(name:)``,
  ///   ``CircuitError/badDevice(element:error:)``.
  public init(
    _ netlist: Netlist,
    devices: NetlistDevices = .uniform(),
    voltages: [String: Double] = [:],
    leakage: Double = Circuit.contactLeakage
  ) throws(CircuitError) {
    var flattener = NetlistFlattener(netlist, devices: devices)
    try flattener.add(netlist.elements)
    try flattener.addContacts(netlist.contactNodes, voltages: voltages, leakage: leakage)
    self = flattener.circuit
  }
}

import FabDevices
import FabExtraction
import FabRecipe

/// Writes the elements of a netlist into a circuit, subcircuit by subcircuit.
struct NetlistFlattener {
  private(set) var circuit = Circuit()
  private let subcircuits: [Subcircuit]
  private let devices: NetlistDevices
  /// The instances that lead to where we are.
  private var instances: [String] = []
  /// The subcircuits that are open, to find cycles.
  private var open: [String] = []
  /// The nodes of the ports of the innermost instance.
  private var ports: [String: CircuitNode] = [:]

  init(_ netlist: Netlist, devices: NetlistDevices) {
    subcircuits = netlist.subcircuits
    self.devices = devices
  }

  mutating func add(_ elements: [NetlistElement]) throws(CircuitError) {
    for element in elements { try add(element) }
  }

  /// Drives contacts, and ties open ones loosely to ground.
  mutating func addContacts(
    _ contacts: [String?],
    voltages: [String: Double],
    leakage: Double
  ) throws(CircuitError) {
    let known = contacts.compactMap { $0 }
    for name in voltages.keys.sorted() where !known.contains(name) {
      throw .unknownNode(name: name, known: known)
    }
    var seen: Set<String> = []
    for contact in known where seen.insert(contact).inserted {
      let node = circuit.node(contact)
      if let volts = voltages[contact] {
        try add(
          "V.\(contact)",
          .voltageSource(positive: node, negative: .ground, volts: volts)
        )
      } else {
        try add("leak.\(contact)", .resistor(from: node, to: .ground, ohms: leakage))
      }
    }
  }

  private mutating func add(_ element: NetlistElement) throws(CircuitError) {
    switch element {
    case .resistor(let name, let from, let to, let ohms):
      try add(path(name), .resistor(from: node(from), to: node(to), ohms: ohms))
    case .diode(let name, let anode, let cathode, let area):
      let device = device(name, .diode, area)
      let model = try model(of: device)
      try add(device.path, .diode(anode: node(anode), cathode: node(cathode), model: model))
    case .memristor(let name, let kind, let bottom, let top, let area):
      let device = device(name, kind, area)
      let ohms = devices.resistance(device)
      try add(device.path, .resistor(from: node(bottom), to: node(top), ohms: ohms))
    case .instance(let name, let nodes, let subcircuit):
      try add(instance: name, of: subcircuit, nodes: nodes)
    }
  }

  private func model(of device: NetlistDevice) throws(CircuitError) -> DiodeModel {
    do {
      return try devices.diode(device)
    } catch {
      throw .badDevice(element: device.path, error: error)
    }
  }

  private mutating func add(
    instance: String,
    of name: String,
    nodes: [String]
  ) throws(CircuitError) {
    guard let subcircuit = subcircuits.first(where: { $0.name == name }) else {
      throw .unknownSubcircuit(
        instance: path(instance),
        name: name,
        known: subcircuits.map(\.name)
      )
    }
    guard nodes.count == subcircuit.ports.count else {
      throw .portCount(
        instance: path(instance),
        subcircuit: name,
        found: nodes.count,
        expected: subcircuit.ports.count
      )
    }
    guard !open.contains(name) else { throw .subcircuitCycle(name: name) }
    let outer = ports
    var inner: [String: CircuitNode] = [:]
    for (port, outside) in zip(subcircuit.ports, nodes) { inner[port] = node(outside) }
    ports = inner
    instances.append(instance)
    open.append(name)
    try add(subcircuit.elements)
    open.removeLast()
    instances.removeLast()
    ports = outer
  }

  private mutating func add(
    _ name: String,
    _ kind: CircuitElement.Kind
  ) throws(CircuitError) {
    guard circuit.index(ofElement: name) == nil else { throw .duplicateElement(name: name) }
    circuit.add(name, kind)
  }

  private mutating func node(_ name: String) -> CircuitNode {
    if name == "0" { return .ground }
    return ports[name] ?? circuit.node(path(name))
  }

  private func path(_ name: String) -> String {
    instances.isEmpty ? name : instances.joined(separator: ".") + "." + name
  }

  private func device(_ name: String, _ kind: ComponentKind, _ area: Double) -> NetlistDevice {
    NetlistDevice(instances: instances, name: name, kind: kind, areaMm2: area)
  }
}

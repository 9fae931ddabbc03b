import FabLayout
import FabRecipe
import FabUnits

/// Turns an extracted layout into elements, PCUs as subcircuits.
struct NetlistBuilder {
  private let wafer: ExtractedWafer
  private let lines: LineNetworks?
  private let sheets: (LevelName) -> SheetResistance?
  private let parasiticOhms: Double
  private let names: NodeNames
  private var networksOfNets: [[Int]]
  private var subcircuits: [Subcircuit] = []
  private var elements: [NetlistElement] = []

  /// A resistor below this share of the greatest conductance of its piece carries nothing.
  private static let negligible = 1e-9

  init(
    _ wafer: ExtractedWafer,
    lines: LineNetworks?,
    parasiticOhms: Double,
    sheets: @escaping (LevelName) -> SheetResistance?
  ) {
    self.wafer = wafer
    self.lines = lines
    self.sheets = sheets
    self.parasiticOhms = parasiticOhms
    names = NodeNames(wafer, hasLines: lines != nil)
    networksOfNets = wafer.nets.map { _ in [] }
    for (index, network) in (lines?.networks ?? []).enumerated() {
      networksOfNets[wafer.shapes[network.shape].net].append(index)
    }
  }

  /// Builds the netlist.
  mutating func netlist(title: String) -> Netlist {
    let devicesOfNets = wafer.devicesOfNets
    var isTaken = wafer.devices.map { _ in false }
    var isInside = wafer.nets.map { _ in false }
    let bySite = Dictionary(grouping: wafer.devices.indices, by: { wafer.devices[$0].site ?? -1 })
    for (site, devices) in bySite.sorted(by: { $0.key < $1.key }) where site >= 0 {
      guard let pcu = ExtractedPCU(devices, in: wafer, devicesOfNets: devicesOfNets) else {
        continue
      }
      for device in devices { isTaken[device] = true }
      isInside[pcu.cathode] = true
      isInside[pcu.island] = true
      add(pcu, site: site)
    }
    for net in wafer.nets.indices where !isInside[net] {
      elements += resistors(ofNet: net, prefix: "net\(net)_") { $0 }
    }
    for (index, device) in wafer.devices.enumerated() where !isTaken[index] {
      elements.append(element("\(index)", of: device, .device(index)) { $0 })
    }
    for (index, parasitic) in wafer.parasitics.enumerated() where !parasitic.isShort {
      elements.append(element("parasitic\(index)", of: parasitic.device, .parasitic(index)) { $0 })
    }
    let contacts = wafer.netsOfContacts.enumerated()
      .map { index, net in net.map { names.contact(index, onNet: $0) } }
    return Netlist(
      title: title,
      subcircuits: subcircuits,
      elements: elements,
      contactNodes: contacts
    )
  }

  private mutating func add(_ pcu: ExtractedPCU, site: Int) {
    func end(_ device: Int, isTop: Bool) -> String {
      let net = isTop ? wafer.devices[device].topNet : wafer.devices[device].bottomNet
      return names.node(.device(device), onNet: net, isTop: isTop)
    }
    func port(_ net: Int, else node: String) -> String {
      wafer.nets[net].contacts.first.map { names.contact($0, onNet: net) } ?? node
    }
    let outer = [
      end(pcu.d1, isTop: false), end(pcu.m1, isTop: true),
      port(pcu.island, else: end(pcu.d2, isTop: false)),
      port(pcu.cathode, else: end(pcu.d2, isTop: true)),
    ]
    var local: [String: String] = [:]
    for (name, device) in [("d1", pcu.d1), ("d2", pcu.d2), ("m1", pcu.m1), ("m2", pcu.m2)] {
      local[end(device, isTop: false)] = "\(name)_bottom"
      local[end(device, isTop: true)] = "\(name)_top"
    }
    for (node, port) in zip(outer, ["WL", "BL", "CL1", "CL2"]) { local[node] = port }
    var others = 0
    func inner(_ node: String) -> String {
      if let known = local[node] { return known }
      others += 1
      local[node] = "n\(others)"
      return "n\(others)"
    }
    var content = [("D1", pcu.d1), ("D2", pcu.d2), ("M1", pcu.m1), ("M2", pcu.m2)]
      .map { element($0, of: wafer.devices[$1], .device($1), naming: inner) }
    content += resistors(ofNet: pcu.island, prefix: "CL1_", naming: inner)
    content += resistors(ofNet: pcu.cathode, prefix: "CL2_", naming: inner)
    let name = wafer.sites[site].name
    let kind = subcircuits.first { $0.elements == content }?.name ?? define(content)
    elements.append(.instance(name: NodeNames.plain(name), nodes: outer, subcircuit: kind))
  }

  private mutating func define(_ content: [NetlistElement]) -> String {
    let name = subcircuits.isEmpty ? "PCU" : "PCU_\(subcircuits.count + 1)"
    subcircuits.append(
      Subcircuit(name: name, ports: ["WL", "BL", "CL1", "CL2"], elements: content)
    )
    return name
  }

  private func element(
    _ name: String,
    of device: ExtractedDevice,
    _ terminal: LineTerminal,
    naming: (String) -> String
  ) -> NetlistElement {
    let bottom = naming(names.node(terminal, onNet: device.bottomNet, isTop: false))
    let top = naming(names.node(terminal, onNet: device.topNet, isTop: true))
    switch device.component?.kind {
    case .diode:
      return .diode(name: name, anode: bottom, cathode: top, areaMm2: device.areaMm2)
    case .multistateMemristor, .binaryMemristor:
      return .memristor(
        name: name,
        kind: device.component?.kind ?? .device,
        bottom: bottom,
        top: top,
        areaMm2: device.areaMm2
      )
    case .device, .insulatedCrossing, .contact, nil:
      return .resistor(name: name, from: bottom, to: top, ohms: parasiticOhms / device.areaMm2)
    }
  }

  private func resistors(
    ofNet net: Int,
    prefix: String,
    naming: (String) -> String
  ) -> [NetlistElement] {
    guard let lines else { return [] }
    var result: [NetlistElement] = []
    for index in networksOfNets[net] {
      let network = lines.networks[index]
      guard let sheet = sheets(network.level)?.siValue else { continue }
      let nodes = network.terminals.map { terminal in
        naming(
          names.node(
            terminal,
            onNet: net,
            isTop: isTop(terminal, of: network),
            isShort: isShort(terminal)
          )
        )
      }
      let least = (network.conductances.max() ?? 0) * Self.negligible
      for one in nodes.indices {
        for two in 0..<one where network.conductance(one, two) > least {
          guard nodes[one] != nodes[two] else { continue }
          result.append(
            .resistor(
              name: "\(prefix)\(result.count + 1)",
              from: nodes[two],
              to: nodes[one],
              ohms: sheet / network.conductance(one, two)
            )
          )
        }
      }
    }
    return result
  }

  private func isTop(_ terminal: LineTerminal, of network: LineNetwork) -> Bool {
    switch terminal {
    case .device(let index): wafer.devices[index].topShape == network.shape
    case .parasitic(let index): wafer.parasitics[index].device.topShape == network.shape
    case .contact, .joint: false
    }
  }

  private func isShort(_ terminal: LineTerminal) -> Bool {
    if case .parasitic(let index) = terminal { wafer.parasitics[index].isShort } else { false }
  }
}

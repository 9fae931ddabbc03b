import FabLayout
import FabRecipe

/// Collects devices; nets come into being with their names.
struct SchematicBuilder {
  private(set) var nets: [String] = []
  private(set) var devices: [SchematicDevice] = []
  private var indices: [String: Int] = [:]

  /// Returns the net of a name.
  mutating func net(_ name: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = nets.count
    nets.append(name)
    return nets.count - 1
  }

  /// Adds a device between two nets.
  mutating func add(
    _ name: String,
    of component: ComponentName,
    site: String,
    from bottom: String,
    to top: String,
    areaMm2: Double? = nil
  ) {
    devices.append(
      SchematicDevice(
        name: "\(site).\(name)",
        site: site,
        component: component,
        bottom: net(bottom),
        top: net(top),
        areaMm2: areaMm2
      )
    )
  }

  /// Adds the four devices of a PCU.
  ///
  /// D1 leads from the word line to the common cathode; D2 and M2 lie side by side between the island and
  /// the cathode; M1 leads from the island to the bit line.
  ///
  /// > Source: *Adv. Sci.* 2025, 12(33), e04706, figure 1c, reconstructed; the polarities follow from the stacks.
  mutating func addPCU(
    site: String,
    wordLine: String,
    bitLine: String,
    roles: PCURoles,
    areas: PCUCellParameters.DeviceAreas?
  ) {
    let (island, cathode) = ("\(site).CL1", "\(site).CL2")
    let (diode, multistate, binary) = (
      roles.diode.name, roles.multistate.name, roles.binary.name
    )
    func add(_ name: String, _ kind: ComponentName, _ from: String, _ to: String, _ area: Double?) {
      self.add(name, of: kind, site: site, from: from, to: to, areaMm2: area)
    }
    add("D1", diode, wordLine, cathode, areas?.forwardDiode)
    add("D2", diode, island, cathode, areas?.backwardDiode)
    add("M2", binary, island, cathode, areas?.binary)
    add("M1", multistate, island, bitLine, areas?.multistate)
  }

  /// The schematic of everything added.
  func schematic(crossings: Int?) -> Schematic {
    Schematic(nets: nets, devices: devices, crossings: crossings)
  }
}

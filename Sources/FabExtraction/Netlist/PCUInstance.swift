/// A PCU of a layout: its four devices, recognised by how they hang together, and the nets between them.
public struct PCUInstance: Hashable, Sendable {
  /// The index of its site.
  public let site: Int
  /// The index of D1 among the layout's devices.
  public let diode1: Int
  /// The index of D2.
  public let diode2: Int
  /// The index of M1.
  public let multistate: Int
  /// The index of M2.
  public let binary: Int
  /// The net of the word line, at D1.
  public let wordNet: Int
  /// The net of the bit line, at M1.
  public let bitNet: Int
  /// The net of the common cathode, N1, where configure line 2 ends.
  public let cathodeNet: Int
  /// The net of the island, N2, where configure line 1 ends.
  public let islandNet: Int
}

extension ExtractedWafer {
  /// The PCUs, in the order of their sites; a site whose devices don't make one, or whose inner nets carry anything
  /// else, has none.
  public var pcuInstances: [PCUInstance] {
    var devicesOfNets = nets.map { _ in 0 }
    for device in devices + parasitics.map(\.device) {
      devicesOfNets[device.bottomNet] += 1
      devicesOfNets[device.topNet] += 1
    }
    let bySite = Dictionary(grouping: devices.indices, by: { devices[$0].site ?? -1 })
    return bySite.sorted { $0.key < $1.key }
      .compactMap { site, indices in
        guard site >= 0,
          let pcu = ExtractedPCU(indices, in: self, devicesOfNets: devicesOfNets)
        else { return nil }
        return PCUInstance(
          site: site,
          diode1: pcu.d1,
          diode2: pcu.d2,
          multistate: pcu.m1,
          binary: pcu.m2,
          wordNet: devices[pcu.d1].bottomNet,
          bitNet: devices[pcu.m1].topNet,
          cathodeNet: pcu.cathode,
          islandNet: pcu.island
        )
      }
  }
}

import FabRecipe

/// The four devices of a PCU, recognised by how they hang together.
struct ExtractedPCU {
  /// The indices of the devices.
  let d1: Int
  let d2: Int
  let m1: Int
  let m2: Int
  /// The net of the common cathode, N1.
  let cathode: Int
  /// The net of the island, N2.
  let island: Int

  /// Recognises a PCU among the devices of a site.
  ///
  /// - Returns: `nil` unless the devices are exactly those of a PCU and nothing else hangs on N1 and N2.
  init?(_ devices: [Int], in wafer: ExtractedWafer, devicesOfNets: [Int]) {
    func only(_ kind: ComponentKind) -> Int? {
      let found = devices.filter { wafer.devices[$0].component?.kind == kind }
      return found.count == 1 ? found[0] : nil
    }
    guard devices.count == 4, let m1 = only(.multistateMemristor), let m2 = only(.binaryMemristor)
    else { return nil }
    let (cathode, island) = (wafer.devices[m2].topNet, wafer.devices[m2].bottomNet)
    let diodes = devices.filter { wafer.devices[$0].component?.kind == .diode }
    guard diodes.count == 2, diodes.allSatisfy({ wafer.devices[$0].topNet == cathode }),
      let d2 = diodes.first(where: { wafer.devices[$0].bottomNet == island }),
      let d1 = diodes.first(where: { wafer.devices[$0].bottomNet != island }),
      wafer.devices[m1].bottomNet == island, cathode != island,
      wafer.devices[m1].topNet != cathode, wafer.devices[d1].bottomNet != cathode,
      devicesOfNets[cathode] == 3, devicesOfNets[island] == 3
    else { return nil }
    self.d1 = d1
    self.d2 = d2
    self.m1 = m1
    self.m2 = m2
    self.cathode = cathode
    self.island = island
  }
}

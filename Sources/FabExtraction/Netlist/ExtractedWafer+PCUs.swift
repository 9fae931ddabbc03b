import FabRecipe

extension ExtractedWafer {
  /// The number of PCUs: four devices that hang together as those of one, wherever they lie.
  ///
  /// Sites play no part, so that a file without floor plan is counted too. A PCU with a parasitic on its inner
  /// nodes isn't counted.
  public var pcuCount: Int {
    let devicesOfNets = devicesOfNets
    var members: [[Int]] = nets.map { _ in [] }
    for (index, device) in devices.enumerated() {
      for net in Set([device.bottomNet, device.topNet]) where devicesOfNets[net] == 3 {
        members[net].append(index)
      }
    }
    return devices.count { binary in
      guard binary.component?.kind == .binaryMemristor else { return false }
      let around = Set(members[binary.bottomNet] + members[binary.topNet])
      return ExtractedPCU(around.sorted(), in: self, devicesOfNets: devicesOfNets) != nil
    }
  }

  /// The number of ends of devices and parasitics on each net.
  var devicesOfNets: [Int] {
    var counts = nets.map { _ in 0 }
    for device in devices + parasitics.map(\.device) {
      counts[device.bottomNet] += 1
      counts[device.topNet] += 1
    }
    return counts
  }
}

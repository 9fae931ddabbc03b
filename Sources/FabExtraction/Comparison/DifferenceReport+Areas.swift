import FabLayout
import FabRecipe

extension DifferenceReport {
  /// Adds devices whose area is off.
  ///
  /// A device is held against its partner in the schematic. Where only the structure was compared, it's held
  /// against the nearest area that the schematic has for its component, since equal parts may be exchanged. The median
  /// of a component's devices stands in only where the schematic leaves areas open.
  ///
  /// - Parameters:
  ///   - tolerance: The greatest relative difference.
  ///   - partners: The schematic's device of each device that has one.
  ///   - isAnchored: Whether devices without partner are differences of their own already.
  mutating func addAreas(tolerance: Double, partners: [Int: Int], isAnchored: Bool) {
    var stated: [ComponentName: Set<Double>] = [:]
    for device in schematic.devices {
      if let area = device.areaMm2 { stated[device.component, default: []].insert(area) }
    }
    var open: [ComponentName: [Int]] = [:]
    for (index, device) in wafer.devices.enumerated() {
      guard let component = device.component?.name else { continue }
      let partner = partners[index].map { schematic.devices[$0] }
      if let partner, let area = partner.areaMm2 {
        addArea(of: index, as: partner.name, expected: area, tolerance: tolerance)
      } else if !isAnchored, let areas = stated[component] {
        let nearest = areas.min {
          (abs($0 - device.areaMm2), $0) < (abs($1 - device.areaMm2), $1)
        }
        addArea(of: index, as: nil, expected: nearest ?? 0, tolerance: tolerance)
      } else if partner != nil || !isAnchored {
        open[component, default: []].append(index)
      }
    }
    for (_, devices) in open.sorted(by: { $0.key < $1.key }) {
      let areas = devices.map { wafer.devices[$0].areaMm2 }.sorted()
      for index in devices {
        addArea(
          of: index,
          as: partners[index].map { schematic.devices[$0].name },
          expected: areas[areas.count / 2],
          tolerance: tolerance
        )
      }
    }
  }

  private mutating func addArea(
    of index: Int,
    as name: String?,
    expected: Double,
    tolerance: Double
  ) {
    let device = wafer.devices[index]
    guard abs(device.areaMm2 - expected) > tolerance * expected else { return }
    let component = device.component?.name.text ?? "device"
    add(
      .area,
      name ?? device.site.map { wafer.sites[$0].name } ?? component,
      level: device.overlap.top,
      box: device.box,
      found: "a \(component) of \(Self.rounded(device.areaMm2)) mm²",
      expected: "\(Self.rounded(expected)) mm² within \(Self.rounded(tolerance * 100)) %",
      fix: "restore the overlap of the conductors and their films"
    )
  }
}

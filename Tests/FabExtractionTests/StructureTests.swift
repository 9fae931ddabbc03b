import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct StructureTests {
  private func compared(_ change: (Schematic) -> Schematic) throws -> LVSComparison {
    let layout = try WaferFixture.wafer()
    let roles = try PCURoles(layout.flow, recipeName: "r.yaml")
    let wafer = ExtractedWafer(regions: try WaferFixture.regions(layout), flow: layout.flow)
    return LVSComparison(of: wafer, with: change(.wafer(layout, roles: roles)))
  }

  private func device(_ old: SchematicDevice, bottom: Int, top: Int) -> SchematicDevice {
    SchematicDevice(
      name: old.name,
      site: old.site,
      component: old.component,
      bottom: bottom,
      top: top
    )
  }

  @Test func namesAndOrderPlayNoPart() throws {
    let result = try compared { schematic in
      let count = schematic.nets.count
      return Schematic(
        nets: (0..<count).map { "x\($0)" },
        devices: schematic.devices.reversed()
          .map { device($0, bottom: count - 1 - $0.bottom, top: count - 1 - $0.top) },
        crossings: 54
      )
    }
    #expect(result.matches)
    #expect(!result.isAnchored)
  }

  @Test func aTurnedDeviceIsADifference() throws {
    let result = try compared { schematic in
      var devices = schematic.devices
      devices[5] = device(devices[5], bottom: devices[5].top, top: devices[5].bottom)
      return Schematic(nets: schematic.nets, devices: devices, crossings: 54)
    }
    #expect(!result.structureMatches)
    #expect(result.differences.map(\.kind) == [.structure])
  }

  /// Two bit lines of one array exchanged at one device: equal counts everywhere, another structure.
  @Test func aDeviceOnTheNeighboursLineIsADifference() throws {
    let result = try compared { schematic in
      var devices = schematic.devices
      let first = devices.firstIndex { $0.name == "A1.R1C1.M1" }
      let second = devices.firstIndex { $0.name == "A1.R2C2.M1" }
      guard let first, let second else { return schematic }
      let (one, two) = (devices[first], devices[second])
      devices[first] = device(one, bottom: one.bottom, top: two.top)
      devices[second] = device(two, bottom: two.bottom, top: one.top)
      return Schematic(nets: schematic.nets, devices: devices, crossings: 54)
    }
    #expect(!result.structureMatches)
  }

  @Test func aWrongNumberOfCrossingsIsADifference() throws {
    let result = try compared {
      Schematic(nets: $0.nets, devices: $0.devices, crossings: 53)
    }
    #expect(result.differences.map(\.kind) == [.crossings])
  }
}

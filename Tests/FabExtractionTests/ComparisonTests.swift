import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct ComparisonTests {
  private struct Shipped: Sendable {
    let wafer: WaferLayout
    let regions: [Layer: Region]
    let schematic: Schematic
  }

  private static let shipped = Result { () throws -> Shipped in
    let wafer = try WaferFixture.wafer()
    let roles = try PCURoles(wafer.flow, recipeName: "r.yaml")
    return Shipped(
      wafer: wafer,
      regions: try WaferFixture.regions(wafer),
      schematic: .wafer(wafer, roles: roles)
    )
  }

  /// Compares the shipped wafer after a change to A5.R2C2, whose lower left corner is handed in.
  private func compared(
    anchored: Bool = true,
    _ edit: ([Layer: Region], Point) -> [Layer: Region] = { regions, _ in regions },
    contacts change: ([Contact]) -> [Contact] = { $0 }
  ) throws -> LVSComparison {
    let shipped = try Self.shipped.get()
    let site = try #require(shipped.wafer.pcus.first { $0.name == "A5.R2C2" })
    let extracted = ExtractedWafer(
      regions: edit(shipped.regions, site.box.min),
      flow: shipped.wafer.flow,
      sites: shipped.wafer.pcus,
      contacts: anchored ? change(shipped.wafer.contacts) : []
    )
    return LVSComparison(of: extracted, with: shipped.schematic)
  }

  private func box(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) -> Box {
    WaferFixture.box(x0, y0, x1, y1)
  }

  @Test func theSchematicHasTheDevicesOfThePaper() throws {
    let schematic = try Self.shipped.get().schematic
    #expect(schematic.devices.count == 404)
    #expect(schematic.nets.count == 9 * (6 + 18) + 20 * 4)
    #expect(schematic.crossings == 54)
  }

  @Test(arguments: [true, false])
  func theShippedWaferMatches(anchored: Bool) throws {
    let comparison = try compared(anchored: anchored)
    #expect(comparison.differences.map(\.text) == [])
    #expect(comparison.structureMatches)
    #expect(comparison.isAnchored == anchored)
    #expect(comparison.partners.count { $0 != nil } == (anchored ? 404 : 0))
  }

  @Test func findsAMissingTab() throws {
    // The tab of the word line, from the line down to the middle of D1 and below.
    let result = try compared { $0.removing(box(600, 3_100, 2_000, 4_200), from: "FTO", at: $1) }
    #expect(result.differences.map(\.kind) == [.missingDevice])
    #expect(result.differences.first?.name == "A5.R2C2.D1")
    #expect(result.differences.first?.expected == "one from A5.WL2 to A5.R2C2.CL2")
    #expect(!result.structureMatches)
  }

  @Test func findsABridgeBetweenTwoIslands() throws {
    // From the island of R2C2 to that of R2C3, which begins 5.4 mm from the corner.
    let shipped = try Self.shipped.get()
    let corner = try #require(shipped.wafer.pcus.first { $0.name == "A5.R2C2" }).box.min
    let bridge = box(3_900, 400, 5_400, 500)
    let result = try compared {
      $0.adding(bridge, to: "FTO", at: $1)
        .adding(box(4_100, 300, 4_700, 600), to: "INS", at: $1)
    }
    let merged = try #require(result.differences.first { $0.kind == .mergedNets })
    #expect(merged.name == "A5.R2C2.CL1 A5.R2C3.CL1")
    #expect(merged.level == LevelName("FTO"))
    #expect(merged.box == bridge.moved(by: corner))
    // The bit line crosses the bridge on its insulator.
    #expect(result.differences.map(\.kind) == [.mergedNets, .crossings])
  }

  @Test func findsARotatedSilverElectrode() throws {
    // 0.3 x 1.05 mm turned by a quarter about its lower left corner: it lies beside the island's films.
    let result = try compared { regions, origin in
      regions.removing(box(2_200, 2_000, 2_500, 3_050), from: "AG", at: origin)
        .adding(box(2_200, 2_750, 3_250, 3_050), to: "AG", at: origin)
    }
    #expect(result.differences.map(\.kind) == [.missingDevice])
    #expect(result.differences.first?.name == "A5.R2C2.M2")
  }

  @Test func findsAMissingHoleTransportFilm() throws {
    let result = try compared { $0.removing(box(2_900, 900, 4_100, 2_000), from: "HTL", at: $1) }
    #expect(result.differences.map(\.kind) == [.missingDevice, .parasitic])
    #expect(result.differences.first?.name == "A5.R2C2.M1")
    #expect(
      result.differences.last?.found == "FTO/PVK/AU (unknown-stack) between A5.R2C2.CL1 and A5.BL2"
    )
  }

  @Test func findsASplitDevice() throws {
    let result = try compared { $0.removing(box(500, 1_900, 1_900, 2_000), from: "HTL", at: $1) }
    #expect(result.differences.map(\.kind) == [.splitDevice, .area, .parasitic])
    #expect(result.differences.first?.name == "A5.R2C2.D2")
  }

  @Test func findsAnUninsulatedCrossing() throws {
    let result = try compared { $0.removing(box(3_800, 3_800, 5_000, 5_000), from: "INS", at: $1) }
    #expect(result.differences.map(\.kind) == [.mergedNets, .parasitic, .crossings])
    #expect(result.differences.first?.name == "A5.BL2 A5.WL2")
    #expect(result.differences.last?.found == "53 insulated crossings")
  }

  @Test func findsTwoSwappedBitLines() throws {
    let result = try compared(contacts: { contacts in
      let first = contacts.first { $0.name == "A5.BL1" }
      let second = contacts.first { $0.name == "A5.BL2" }
      return contacts.map { contact in
        let other =
          contact.name == "A5.BL1" ? second : (contact.name == "A5.BL2" ? first : contact)
        return Contact(
          name: contact.name,
          kind: contact.kind,
          position: other?.position ?? contact.position
        )
      }
    })
    #expect(result.differences.map(\.kind) == [.swappedNets])
    #expect(result.differences.first?.name == "A5.BL1 A5.BL2")
    // Two bit lines of an array can't be told apart by structure alone.
    #expect(result.structureMatches)
  }

  @Test func findsACutWordLine() throws {
    // West of the tab of R2C2: D1 of columns 2 and 3 hang in the air.
    let result = try compared { $0.removing(box(100, 4_000, 400, 5_000), from: "FTO", at: $1) }
    #expect(result.differences.map(\.kind) == [.openNet])
    let open = try #require(result.differences.first)
    #expect(open.name == "A5.WL2")
    #expect(open.found == "A5.R2C2.D1 A5.R2C3.D1 on a conductor without contact")
  }

  @Test func findsAFloatingIslandAndAMissingPad() throws {
    let island = try compared { $0.adding(box(3_500, 2_700, 3_700, 2_900), to: "FTO", at: $1) }
    #expect(island.differences.map(\.kind) == [.floatingIsland])
    let pad = try compared { regions, origin in
      regions.removing(box(2_350, 2_600, 3_300, 3_700), from: "AU", at: origin)
    }
    #expect(pad.differences.map(\.kind).contains(.missingPad))
  }

  @Test func namesAGroupWithoutContacts() throws {
    let result = try compared(anchored: false) {
      $0.removing(box(600, 3_100, 2_000, 4_200), from: "FTO", at: $1)
    }
    let difference = try #require(result.differences.first { $0.kind == .structure })
    #expect(difference.found.contains("17 diode"))
    #expect(difference.expected.contains("18 diode"))
  }
}

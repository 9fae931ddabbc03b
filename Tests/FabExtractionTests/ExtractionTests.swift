import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct ExtractionTests {
  private static let shipped = Result { () throws -> (WaferLayout, [Layer: Region]) in
    let wafer = try WaferFixture.wafer()
    return (wafer, try WaferFixture.regions(wafer))
  }

  private func extracted(
    _ change: ([Layer: Region], Point) -> [Layer: Region] = { regions, _ in regions }
  ) throws -> ExtractedWafer {
    let (wafer, regions) = try Self.shipped.get()
    let site = try #require(wafer.pcus.first { $0.name == "A5.R2C2" })
    return ExtractedWafer(
      regions: change(regions, site.box.min),
      flow: wafer.flow,
      sites: wafer.pcus,
      contacts: wafer.contacts
    )
  }

  @Test func findsTheDevicesOfThePaper() throws {
    let wafer = try extracted()
    let counts = wafer.deviceCounts
    #expect(counts[ComponentName("diode")] == 202)
    #expect(counts[ComponentName("multistate-memristor")] == 101)
    #expect(counts[ComponentName("binary-memristor")] == 101)
    #expect(wafer.crossings.count == 54)
    #expect(wafer.parasitics.isEmpty)
    #expect(wafer.unresolved.isEmpty)
    #expect(wafer.netsOfContacts.allSatisfy { $0 != nil })
  }

  /// Nine arrays of 3 + 3 lines and 2 nodes a cell, 20 singles of four nets; 4 marks of 4 squares and a cross.
  @Test func findsTheNetsCountedByHand() throws {
    #expect(try extracted().nets.count == 9 * (6 + 18) + 20 * 4 + 4 * 5)
  }

  @Test func givesEachSiteItsFourDevices() throws {
    let wafer = try extracted()
    let perSite = Dictionary(grouping: wafer.devices, by: \.site)
    #expect(perSite.count == 101)
    for devices in perSite.values {
      let diodes = devices.filter { $0.component?.kind == .diode }
      let binary = try #require(devices.first { $0.component?.kind == .binaryMemristor })
      let multistate = try #require(devices.first { $0.component?.kind == .multistateMemristor })
      #expect(devices.count == 4 && diodes.count == 2)
      // Common cathode, silver on the cathode's side, M1 from the island to the bit line.
      #expect(Set(diodes.map(\.topNet)) == [binary.topNet])
      #expect(binary.bottomNet == multistate.bottomNet)
      #expect(diodes.contains { $0.bottomNet == binary.bottomNet })
      #expect(abs(binary.perimeterMm - 1.4) < 1e-9)
    }
  }

  @Test func namesAMissingHoleTransportFilmAParasitic() throws {
    let wafer = try extracted { regions, origin in
      regions.removing(WaferFixture.box(2_900, 900, 4_100, 2_000), from: "HTL", at: origin)
    }
    let parasitic = try #require(wafer.parasitics.first)
    #expect(wafer.parasitics.count == 1)
    #expect(parasitic.kind == .unknownStack)
    #expect(parasitic.device.stack == "FTO/PVK/AU")
    #expect(parasitic.device.site.map { wafer.sites[$0].name } == "A5.R2C2")
    #expect(wafer.findings.first?.text.contains("complete the films") == true)
  }

  @Test func tellsACrossingWithoutInsulatorFromAShort() throws {
    let crossing = try extracted { regions, origin in
      regions.removing(WaferFixture.box(3_800, 3_800, 5_000, 5_000), from: "INS", at: origin)
    }
    #expect(crossing.parasitics.map(\.kind) == [.uninsulatedCrossing])
    #expect(crossing.parasitics.first?.isShort == true)
    #expect(crossing.crossings.count == 53)
    let whole = try extracted()
    #expect(crossing.nets.count == whole.nets.count - 1)
    let short = try extracted { regions, origin in
      regions.adding(WaferFixture.box(3_000, 300, 3_300, 1_300), to: "AU", at: origin)
    }
    #expect(short.parasitics.map(\.kind).contains(.short))
  }

  @Test func seesOnePartOfASplitDeviceAsNoCrossing() throws {
    let wafer = try extracted { regions, origin in
      regions.removing(WaferFixture.box(500, 1_900, 1_900, 2_000), from: "HTL", at: origin)
    }
    #expect(wafer.parasitics.map(\.kind) == [.unknownStack])
    #expect(wafer.deviceCounts[ComponentName("diode")] == 203)
  }
}

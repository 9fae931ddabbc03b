import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import FabTestSupport
import Testing

/// The default wafer broken on purpose: every mistake must be named, and nothing else.
@Suite struct LayoutDefectTests {
  private static let shipped = Result { () throws -> (DefaultWafer, Schematic) in
    let shipped = try DefaultWafer()
    let roles = try PCURoles(shipped.wafer.flow, recipeName: "r.yaml")
    return (shipped, .wafer(shipped.wafer, roles: roles))
  }

  private func compared(_ defect: LayoutDefect, anchored: Bool = true) throws -> LVSComparison {
    let (shipped, schematic) = try Self.shipped.get()
    let extracted = ExtractedWafer(
      regions: defect.apply(to: shipped.regions, of: shipped.wafer),
      flow: shipped.wafer.flow,
      sites: shipped.wafer.pcus,
      contacts: anchored ? shipped.wafer.contacts : []
    )
    return LVSComparison(of: extracted, with: schematic)
  }

  @Test(arguments: LayoutDefect.allCases)
  func everyDefectIsNamed(_ defect: LayoutDefect) throws {
    let result = try compared(defect)
    #expect(!result.matches)
    var rest = result.differences[...]
    for (kind, count, first) in defect.expected {
      let found = rest.prefix { $0.kind.rawValue == kind }
      #expect(found.count == count, "\(kind): \(found.first?.text ?? "none")")
      #expect(found.first?.name.hasPrefix(first) == true, "\(found.first?.text ?? "none")")
      rest = rest.dropFirst(found.count)
    }
    #expect(rest.isEmpty, "\(rest.first?.text ?? "")")
  }

  @Test func aHalvedApertureSaysHowMuchIsLeftAndWhereTheRestIs() throws {
    let differences = try compared(.halvedAperture).differences
    #expect(differences.first?.found == "a diode of 0.32 mm²")
    #expect(differences.first?.expected == "0.64 mm² within 10.0 %")
    #expect(
      differences.last?.found
        == "FTO/PVK/ETL/AU (unknown-stack) between A5.WL2 and A5.R2C2.CL2"
    )
  }

  /// All devices alike: their median would hide it.
  @Test(arguments: [true, false])
  func aChangeOfAllPCUsIsADifference(anchored: Bool) throws {
    let differences = try compared(.enlargedTabs, anchored: anchored).differences
    #expect(differences.count { $0.kind == .area } == 101)
    #expect(differences.first?.found == "a multistate-memristor of 0.49 mm²")
    #expect(differences.first?.expected == "0.35 mm² within 10.0 %")
  }

  @Test func theSchematicHasTheAreasOfTheCell() throws {
    let (shipped, schematic) = try Self.shipped.get()
    let areas = Dictionary(grouping: schematic.devices) { $0.name.suffix(2) }
      .mapValues { Set($0.map(\.areaMm2)) }
    #expect(areas == ["D1": [0.64], "D2": [0.64], "M1": [0.35], "M2": [0.12]])
    // A plan's own dimensions count, not the defaults.
    var cell = shipped.wafer.plan.pcu
    cell.multistateTab = Box(3_200_000, 1_200_000, 4_200_000, 1_600_000)
    cell.commonCathode = Box(900_000, 1_600_000, 1_700_000, 4_300_000)
    let changed = cell.deviceAreas(bitLine: .ending)
    #expect(abs(changed.multistate - 0.28) < 1e-12)
    #expect(abs(changed.forwardDiode - 0.88) < 1e-12)
  }

  @Test func theInsulatorsPlaceIsMarked() throws {
    let (shipped, _) = try Self.shipped.get()
    let corner = try #require(shipped.wafer.pcus.first { $0.name == "A5.R2C2" }).box.min
    let merged = try #require(try compared(.lostInsulator).differences.first)
    let crossing = Box(4_200_000, 4_200_000, 4_600_000, 4_700_000).moved(by: corner)
    #expect(merged.box == crossing)
    #expect(merged.level == LevelName("AU"))
  }
}

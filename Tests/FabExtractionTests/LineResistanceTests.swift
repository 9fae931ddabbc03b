import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import FabUnits
import Testing

@Suite struct LineResistanceTests {
  private struct Shipped: Sendable {
    let wafer: ExtractedWafer
    let lines: LineNetworks
    let sheets: SheetResistances
  }

  private static let shipped = Result { () throws -> Shipped in
    let layout = try WaferFixture.wafer()
    let wafer = ExtractedWafer(
      regions: try WaferFixture.regions(layout),
      flow: layout.flow,
      sites: layout.pcus,
      contacts: layout.contacts
    )
    return Shipped(
      wafer: wafer,
      lines: LineNetworks(of: wafer),
      sheets: try SheetResistances(try WaferFixture.recipe())
    )
  }

  /// The resistance from a contact to a device of a site, by its component and the net of the contact.
  private func ohms(
    from contact: String,
    to kind: ComponentKind,
    in site: String,
    at share: Double = 0
  ) throws -> Double {
    let (wafer, lines) = try (Self.shipped.get().wafer, Self.shipped.get().lines)
    let sheets = try Self.shipped.get().sheets
    let index = try #require(wafer.contacts.firstIndex { $0.name == contact })
    let net = try #require(wafer.netsOfContacts[index])
    let device = try #require(
      wafer.devices.firstIndex { device in
        device.component?.kind == kind && device.site.map { wafer.sites[$0].name } == site
          && (device.bottomNet == net || device.topNet == net)
      }
    )
    return try #require(
      lines.ohms(from: .contact(index), to: .device(device), onNet: net, of: wafer) {
        sheets.value(of: $0, at: share)
      }
    )
  }

  @Test func readsTheRecipesSheetResistances() throws {
    let sheets = try Self.shipped.get().sheets
    #expect(sheets.value(of: LevelName("FTO"), at: 0)?.siValue == 8)
    #expect(sheets.value(of: LevelName("FTO"), at: 1)?.siValue == 15)
    // 1.5 x 22.14 nohm m over 80 nm.
    let gold = try #require(sheets.value(of: LevelName("AU"))).siValue
    #expect(abs(gold - 0.415125) < 1e-9)
  }

  /// 26 squares of bare line lead to the farthest cell: 208 ohm at 8 ohm/sq, 390 ohm at 15.
  ///
  /// The pad and the two tabs on the way widen the line for 0.75 mm and twice 1.2 mm and save 2 to 5 squares.
  @Test func wordLineToTheFarthestCell() throws {
    let near = try ohms(from: "A5.WL2", to: .diode, in: "A5.R2C3")
    #expect(near > 8 * 21 && near < 8 * 24)
    let far = try ohms(from: "A5.WL2", to: .diode, in: "A5.R2C3", at: 1)
    #expect(abs(far - near * 15 / 8) < 1e-9 * far)
    // Columns are 5 mm apart: 10 squares of bare line less what the tab saves.
    let middle = try ohms(from: "A5.WL2", to: .diode, in: "A5.R2C2")
    #expect(near - middle > 8 * 8 && near - middle < 8 * 10)
  }

  /// 12.45 mm of 0.4 mm wide gold from the pad to M1 of the top row, 17 mm of it are 18 ohm.
  @Test func bitLineToTheFarthestCell() throws {
    let value = try ohms(from: "A5.BL2", to: .multistateMemristor, in: "A5.R1C2")
    #expect(abs(value - 0.415125 * 12.45 / 0.4) < 0.05 * value)
  }

  @Test func silverIsReachedThroughGold() throws {
    // Both metals have less than 1 ohm per square, a few squares each.
    let value = try ohms(from: "A5.R2C2.CL2", to: .binaryMemristor, in: "A5.R2C2")
    #expect(value > 0.1 && value < 2)
    let island = try ohms(from: "A5.R2C2.CL1", to: .binaryMemristor, in: "A5.R2C2")
    #expect(island > 4 && island < 13)
  }

  /// The network of one conductor drawn in boxes of micrometres, with probes at some points.
  private func squares(_ boxes: [Box], _ probes: [(Int, Int)]) throws -> Double {
    let flow = try WaferFixture.recipe().flow
    let wafer = ExtractedWafer(
      regions: [WaferFixture.layer("FTO"): Region(boxes.map { Polygon($0) })],
      flow: flow,
      contacts: probes.enumerated()
        .map { number, point in
          Contact(
            name: "P\(number)",
            kind: .bottom,
            position: Point(point.0 * 1000, point.1 * 1000)
          )
        }
    )
    let ohms = LineNetworks(of: wafer)
      .ohms(from: .contact(0), to: .contact(1), onNet: 0, of: wafer) { _ in
        SheetResistance(siValue: 1)
      }
    return try #require(ohms)
  }

  /// Probes 0.2 mm wide on a line of 0.2 mm: the rest of the line counts exactly.
  @Test(arguments: [600, 3_000, 20_200])
  func straightLineIsExact(length: Int) throws {
    let line = WaferFixture.box(0, 0, length, 200)
    let value = try squares([line], [(100, 100), (length - 100, 100)])
    #expect(abs(value - (Double(length) / 200 - 2)) < 1e-9 * value)
  }

  /// A square corner counts 0.5587 squares.
  ///
  /// > Source: P. M. Hall, Thin Solid Films 1, 277, 1968.
  @Test func cornerIsThatOfTheClosedForm() throws {
    let arms = [WaferFixture.box(0, 0, 2_000, 200), WaferFixture.box(1_800, 0, 2_000, 2_000)]
    let value = try squares(arms, [(100, 100), (1_900, 1_900)])
    // Two arms of 1.6 mm between probe and corner.
    #expect(abs(value - 16 - 0.5587) < 0.03)
  }

  @Test func twoEqualPathsHalveTheResistance() throws {
    let ring = [
      WaferFixture.box(0, 0, 4_200, 200), WaferFixture.box(0, 4_000, 4_200, 4_200),
      WaferFixture.box(0, 0, 200, 4_200), WaferFixture.box(4_000, 0, 4_200, 4_200),
    ]
    let half = try squares(ring, [(100, 2_100), (4_100, 2_100)])
    let single = try squares(
      [
        ring[1], WaferFixture.box(0, 2_000, 200, 4_200),
        WaferFixture.box(4_000, 2_000, 4_200, 4_200),
      ],
      [(100, 2_100), (4_100, 2_100)]
    )
    #expect(abs(half - single / 2) < 1e-3 * half)
  }

  @Test func anEmptyLayoutHasNoNetworks() throws {
    let flow = try WaferFixture.recipe().flow
    let wafer = ExtractedWafer(regions: [:], flow: flow)
    #expect(LineNetworks(of: wafer).networks.isEmpty)
  }
}

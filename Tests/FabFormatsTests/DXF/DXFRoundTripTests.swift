import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct DXFRoundTripTests {
  private static let au = LevelName("AU")

  private func read(_ bytes: [UInt8]) throws -> ReadLayout {
    try DXFReader(levels: SampleLayouts.levels).layout(from: bytes, file: "f.dxf")
  }

  @Test(arguments: DXFVersion.allCases)
  func readsBackWhatItWrote(version: DXFVersion) throws {
    let written = try DXFWriter(version: version).file(of: SampleLayouts.rich, level: Self.au)
    #expect(written.warnings.isEmpty)
    let read = try read(written.bytes)
    #expect(read.warnings.isEmpty)
    let expected = try SampleLayouts.rich.flattened()
      .filter { $0.key.level == Self.au && $0.key.purpose != .reference }
    #expect(CanonicalShapes(try read.layout.flattened()) == CanonicalShapes(expected))
    #expect(read.layout.levels == [SampleLayouts.levels[1]])
  }

  @Test(arguments: DXFVersion.allCases)
  func keepsArcsHolesAndCircles(version: DXFVersion) throws {
    let layout = SampleLayouts.layout(of: [
      SampleLayouts.frame,
      Polygon(Outline(Box(20_000_000, 0, 23_000_000, 2_000_001), cornerRadius: 333_333)),
      Polygon(Outline(slotAt: Point(30_000_000, 1), length: 2_000_000, radius: 1_234_567)),
    ])
    let written = try DXFWriter(version: version).file(of: layout, level: Self.au)
    let shapes = try #require(try read(written.bytes).layout.flattened()[Layer(Self.au)])
    #expect(
      shapes.flatMap(\.outlines).compactMap(\.circle).map(\.radius) == [2_000_000, 2_000_000]
    )
    let radii = shapes.flatMap(\.outlines).flatMap(\.vertices).compactMap { $0.arc?.radius }
    #expect(Set(radii) == [333_333, 1_234_567, 2_000_000])
    #expect(shapes.map(\.holes.count).sorted() == [0, 0, 3])
    #expect(
      CanonicalShapes([Layer(Self.au): shapes]).doubleAreas
        == CanonicalShapes(try layout.flattened()).doubleAreas
    )
  }

  @Test(arguments: DXFVersion.allCases)
  func writesTheSameBytesTwice(version: DXFVersion) throws {
    let writer = DXFWriter(version: version)
    let first = try writer.file(of: SampleLayouts.rich, level: Self.au).bytes
    #expect(first == (try writer.file(of: SampleLayouts.rich, level: Self.au).bytes))
    #expect(!first.contains(0x0D))
  }

  @Test func putsTheSheetLast() throws {
    let written = try DXFWriter().file(of: SampleLayouts.rich, level: Self.au)
    let lines = String(decoding: written.bytes, as: UTF8.self).split(separator: "\n")
    let entities = try #require(lines.firstIndex(of: "ENTITIES"))
    let names = lines[entities...].filter { $0.hasPrefix("AU") }
    #expect(names.last == "AU-SHEET")
    #expect(names.filter { $0 == "AU-SHEET" }.count == 1)
    #expect(!names.contains("AU-REFERENCE"))
  }

  @Test func writesRepeatedContoursOnce() throws {
    let box = Polygon(Box(0, 0, 1000, 1000))
    let same = Polygon(
      Outline([Point(1000, 1000), Point(1000, 0), Point(0, 0), Point(0, 1000)])
    )
    let layout = SampleLayouts.layout(of: [box, same])
    let written = try DXFWriter().file(of: layout, level: Self.au)
    #expect(written.warnings.map(\.code) == [.exportMismatch])
    #expect(try read(written.bytes).layout.flatSize.shapes == 1)
  }

  @Test func refusesUnknownLevels() {
    let error = #expect(throws: DiagnosticError.self) {
      try DXFWriter().file(of: SampleLayouts.rich, level: LevelName("AUX"))
    }
    #expect(error?.diagnostics.map(\.code) == [.unknownLevel])
  }
}

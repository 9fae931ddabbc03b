import FabDiagnostics
import FabExchange
import FabXML
import Testing

@Suite struct E142RoundTripTests {
  @Test(arguments: BinCodeType.allCases)
  func everySiteOfAnIrregularWaferGetsItsBinBack(type: BinCodeType) throws {
    let grids = try SampleWafer.grids()
    let maps = try SampleWafer.maps(type)
    let bytes = try E142.bytes(of: maps)
    let file = try E142.read(file: "wafer.xml", bytes: bytes)
    #expect(file.diagnostics.isEmpty, "\(file.diagnostics.map(\.summary))")
    // Maps of one grid are overlays of one substrate map, so the order is by grid.
    #expect(file.maps == maps)
    #expect(try SiteBins.layers(of: file.maps, on: grids) == SampleWafer.bins(type).layers)
    #expect(try E142.bytes(of: file.maps) == bytes)
  }

  @Test func exportFollowsItsRule() throws {
    let maps = try SampleWafer.maps()
    let document = try XMLDocument.parse(file: "w", bytes: try E142.bytes(of: maps))
    func all(_ element: FabXML.XMLElement) -> [FabXML.XMLElement] {
      [element] + element.children.flatMap(all)
    }
    let elements = all(document.root)
    let substrateMaps = elements.filter { $0.name == "SubstrateMap" }
    #expect(substrateMaps.count == 2)
    for map in substrateMaps {
      #expect(map.attribute("Orientation") == "0")
      #expect(map.attribute("OriginLocation") == "LowerLeft")
      #expect(map.attribute("AxisDirection") == "UpRight")
      #expect(map.children.map { $0.attribute("MapName") } == ["BinCodeMap", "D1", "M2"])
    }
    let codeMaps = elements.filter { $0.name == "BinCodeMap" }
    #expect(codeMaps.count == 6)
    #expect(elements.count { $0.name == "Coordinates" } == 6)
    for (index, map) in codeMaps.enumerated() {
      let rows = map.children.filter { $0.name == "BinCode" }
      let side = index < 3 ? 9 : 7
      #expect(rows.count == side)
      #expect(rows.allSatisfy { $0.text.count == 2 * side })
      #expect(map.attribute("NullBin") == "FF")
      let stated = all(map).filter { $0.name == "BinDefinition" }
        .reduce(0) { $0 + (Int($1.attribute("BinCount") ?? "") ?? 0) }
      #expect(stated == (index < 3 ? 80 : 19))
    }
  }

  @Test func theTopRowComesFirst() throws {
    var map = BinMap(
      substrate: SubstrateIdentity(id: "W"),
      grid: BinMapGrid(columns: 2, rows: 2),
      definitions: (1...4).map { BinDefinition(code: $0, quality: .pass) }
    )
    map[GridPlace(column: 0, row: 0)] = 1
    map[GridPlace(column: 1, row: 0)] = 2
    map[GridPlace(column: 0, row: 1)] = 3
    map[GridPlace(column: 1, row: 1)] = 4
    let text = String(decoding: try E142.bytes(of: [map]), as: UTF8.self)
    let top = try #require(text.firstRange(of: "<BinCode>0304</BinCode>"))
    let bottom = try #require(text.firstRange(of: "<BinCode>0102</BinCode>"))
    #expect(top.lowerBound < bottom.lowerBound)
  }

  @Test func whatNoReaderCouldUnderstandIsNotWritten() throws {
    let good = try #require(try SampleWafer.maps().first)
    func codes(_ change: (inout BinMap) -> Void) -> [DiagnosticCode] {
      var map = good
      change(&map)
      return refusal { _ = try E142.bytes(of: [map]) }.map(\.code)
    }
    #expect(codes { _ in } == [])
    #expect(codes { $0.nullCode = nil } == [.missingKey])
    #expect(codes { $0.nullCode = 1 } == [.duplicateName])
    #expect(codes { $0.definitions.removeLast() } == [.unknownReference])
    #expect(codes { $0.definitions[0].code = 300 }.contains(.outOfRange))
    #expect(codes { $0.substrate.id = "../W" } == [.invalidName])
    #expect(codes { $0.substrate.lot = "a/b" } == [.invalidName])
    #expect(codes { $0.references = [GridPlace(column: 9, row: 0)] } == [.outOfRange])
    #expect(refusal { _ = try E142.bytes(of: [good, good]) }.map(\.code) == [.duplicateName])
    #expect(refusal { _ = try E142.bytes(of: []) }.map(\.code) == [.noMeasurement])
  }
}

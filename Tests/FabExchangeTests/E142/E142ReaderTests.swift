import FabDiagnostics
import FabExchange
import Testing

@Suite struct E142ReaderTests {
  private func read(
    _ file: E142File,
    _ options: MapReadingOptions = MapReadingOptions()
  ) throws -> BinMapFile {
    try E142.read(file: "m.xml", bytes: file.bytes, options: options)
  }

  private func messages(_ file: E142File) -> [Diagnostic] {
    refusal { _ = try read(file) }
  }

  /// The rows from the top, no device as 0.
  private func rows(_ map: BinMap) -> [[Int]] {
    (0..<map.grid.rows).reversed()
      .map { row in
        (0..<map.grid.columns).map { map[GridPlace(column: $0, row: row)] ?? 0 }
      }
  }

  @Test func rowsAreTakenAsSeen() throws {
    let file = try read(E142File())
    #expect(file.diagnostics.isEmpty)
    let map = try #require(file.maps.first)
    #expect(rows(map) == [[1, 2, 3], [0, 1, 2]])
    #expect(map.substrate.lot == "L1")
    #expect(map.deviceCount == 5)
    #expect(map.count(of: .pass) == 2)
  }

  @Test(arguments: ["V0105", "V0211", "V0805", "V1005"])
  func versionsAreReadAlike(version: String) throws {
    var file = E142File()
    file.namespace = #" xmlns="urn:semi-org:xsd.E142-1.\#(version).SubstrateMap""#
    #expect(try read(file).diagnostics.isEmpty)
    file.namespace = ""
    #expect(try read(file).diagnostics.map(\.severity) == [.note])
    file.namespace = #" xmlns="urn:something""#
    #expect(try read(file).diagnostics.map(\.severity) == [.warning])
  }

  @Test(
    arguments: [
      ("Hexadecimal", "00", "010203", "000102"), ("HEX", "0", "01 02 03", "00 01 02"),
      ("Decimal", "0", "001 002 003", "000 001 002"), ("decimal", "000", "001002003", "000001002"),
      ("Integer2", "0000", "000100020003", "000000010002"),
    ]
  )
  func spellingsOfTypesGiveOneMap(type: String, null: String, top: String, bottom: String) throws {
    var file = E142File()
    file.mapAttributes = #"BinType="\#(type)" NullBin="\#(null)""#
    file.definitions = ""
    file.rows = "<BinCode>\n  \(top)\n</BinCode><BinCode>\(bottom)</BinCode>"
    #expect(rows(try #require(try read(file).maps.first)) == [[1, 2, 3], [0, 1, 2]])
  }

  @Test func asciiCodesAreCharacters() throws {
    var file = E142File()
    file.mapAttributes = #"BinType="Ascii" NullBin=".""#
    file.definitions =
      #"<BinDefinition BinCode="1" BinQuality="Pass"/><BinDefinition BinCode="&lt;"/>"#
    file.rows = "<BinCode>1&lt;1</BinCode><BinCode>.11</BinCode>"
    #expect(rows(try #require(try read(file).maps.first)) == [[49, 60, 49], [0, 49, 49]])
  }

  /// Each orientation undone: what stands there is the map of the substrate at 0 degrees.
  @Test func orientationsAreUndone() throws {
    let expected = [[1, 2, 3], [0, 1, 2]]
    // Turned clockwise by 90 degrees, the left column becomes the top row, from the bottom up.
    let turned = [
      0: ["010203", "000102"], 90: ["0001", "0102", "0203"], 180: ["020100", "030201"],
      270: ["0302", "0201", "0100"],
    ]
    for (angle, lines) in turned {
      for isLayoutSeen in [false, true] {
        var file = E142File()
        file.frame = #"Orientation="\#(angle)""#
        file.rows = lines.map { "<BinCode>\($0)</BinCode>" }.joined()
        if isLayoutSeen, angle % 180 != 0 { file.dimension = #"X="2" Y="3""# }
        let map = try #require(try read(file).maps.first)
        #expect(rows(map) == expected, "\(angle) \(isLayoutSeen)")
      }
    }
  }

  @Test(arguments: ["LowerLeft", "LowerRight", "UpperLeft", "UpperRight"])
  func coordinatesCountFromEveryCorner(origin: String) throws {
    let axes = [
      "LowerLeft": "UpRight", "LowerRight": "UpLeft", "UpperLeft": "DownRight",
      "UpperRight": "DownLeft",
    ]
    for first in [0, 1] {
      var lines = ""
      for (y, row) in [[1, 2, 3], [0, 1, 2]].enumerated() {
        for (x, code) in row.enumerated() where code != 0 {
          let across = origin.hasSuffix("Left") ? x : 2 - x
          let along = origin.hasPrefix("Upper") ? y : 1 - y
          lines += "<BinCode X=\"+0\(across + first)\" Y=\"\(along + first)\">0\(code)</BinCode>"
        }
      }
      var file = E142File()
      file.mapAttributes += #" MapType="Coordinate""#
      file.frame = #"OriginLocation="\#(origin)" AxisDirection="\#(axes[origin] ?? "")""#
      file.rows = lines
      let read = try read(file)
      #expect(rows(try #require(read.maps.first)) == [[1, 2, 3], [0, 1, 2]], "\(first)")
      #expect(read.diagnostics.count { $0.code == .assumedColumns } == first)
    }
  }

  @Test func coordinatesCountFromTheCentreInEveryDirection() throws {
    for axes in ["UpRight", "UpLeft", "DownRight", "DownLeft"] {
      var file = E142File()
      file.dimension = #"X="3" Y="3""#
      file.mapAttributes += #" MapType="Coordinate""#
      file.frame = #"OriginLocation="Center" AxisDirection="\#(axes)""#
      let x = axes.hasSuffix("Right") ? 1 : -1
      let y = axes.hasPrefix("Up") ? -1 : 1
      file.rows = #"<BinCode X="0" Y="0">01</BinCode><BinCode X="\#(x)" Y="\#(y)">03</BinCode>"#
      let map = try #require(try read(file).maps.first)
      #expect(rows(map) == [[0, 0, 0], [0, 1, 0], [0, 0, 3]], "\(axes)")
    }
  }

  @Test func rowsMayFollowTheAxesIfTheUserSaysSo() throws {
    var file = E142File()
    file.frame = #"OriginLocation="LowerRight" AxisDirection="UpLeft""#
    let map = try read(file, MapReadingOptions(rowOrder: .fromOrigin)).maps[0]
    #expect(rows(map) == [[2, 1, 0], [3, 2, 1]])
  }

  @Test func numbersOfEquipmentStandForCornersAndNotForAxes() throws {
    var file = E142File()
    file.frame = #"OriginLocation="2" AxisDirection="1""#
    file.references =
      #"<ReferenceDevices><ReferenceDevice><Coordinates X="+001" Y="+002"/></ReferenceDevice></ReferenceDevices>"#
    let read = try read(file)
    #expect(read.maps[0].references == [GridPlace(column: 0, row: 0)])
    #expect(read.diagnostics.map(\.severity) == [.warning])
    #expect(read.diagnostics[0].summary.contains("DownRight"))
  }

  @Test func makersAdditionsAreRemarked() throws {
    var file = E142File()
    file.mapAttributes += #" Q="7" diesort="x""#
    file.overlay = #"MapName="BinCodeMap" MapVersion="09/28/2022 下午 04:25:07""#
    let read = try read(file)
    #expect(read.diagnostics.map(\.severity) == [.note, .note, .note])
    #expect(read.diagnostics.contains { $0.summary.contains("下午") })
    #expect(read.diagnostics.contains { $0.summary.contains("attribute diesort") })
  }

  @Test func countsThatDisagreeAreNamedAndDoNotCount() throws {
    var file = E142File()
    file.definitions = """
      <BinDefinition BinCode="01" BinCount="7" BinQuality="Pass"/>
      <BinDefinition BinCode="02" BinCount="2" BinQuality="Fail"/>
      <BinDefinition BinCode="03" BinQuality="Fail"/>
      <BinDefinition BinCode="00" BinCount="4"/>
      """
    let diagnostics = try read(file).diagnostics
    #expect(diagnostics.map(\.severity) == [.warning, .warning])
    #expect(diagnostics[0].summary.contains("bin 00 is 4, but the map has 1"))
    #expect(diagnostics[1].summary.contains("bin 01 is 7, but the map has 2"))
    #expect(diagnostics[1].place?.heading == "m.xml:11:1")
  }

  @Test func aBinDefinedTwiceKeepsItsFirstName() throws {
    var file = E142File()
    file.definitions += #"<BinDefinition BinCode="02" BinQuality="Fail" BinDescription="again"/>"#
    let read = try read(file)
    #expect(read.diagnostics.map(\.code) == [.duplicateName])
    #expect(read.diagnostics[0].severity == .warning)
    #expect(read.maps[0].definitions.count == 3)
    file.definitions += "\n" + #"<BinDefinition BinCode="02" BinQuality="Pass"/>"#
    #expect(messages(file).refuses(.duplicateName, line: 14, "another quality"))
  }

  @Test func lengthsAreReadInTheirUnits() throws {
    for (unit, factor) in [("mm", 1.0), ("micron", 1000), ("um", 1000), ("inch", 1 / 25.4)] {
      var file = E142File()
      let step = 5.08 * factor
      file.layoutExtra = #"<StepSize X="\#(step)" Y="\#(step)" Units="\#(unit)"/>"#
      let step2 = try #require(try read(file).maps[0].grid.step)
      #expect(abs(step2.x - 5.08) < 1e-12, "\(unit)")
    }
    var file = E142File()
    file.layoutExtra = #"<StepSize X="5" Y="5" Units="furlong"/>"#
    #expect(messages(file).refuses(.unknownUnit, line: 3, "furlong"))
    file.layoutExtra = #"<StepSize X="5,08" Y="5" Units="mm"/>"#
    #expect(messages(file).refuses(.notANumber, line: 3, "5,08"))
  }
}

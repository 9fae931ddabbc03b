import FabDiagnostics
import FabExchange
import Testing

@Suite struct G85Tests {
  private func file(
    _ attributes: String = #"Rows="2" Columns="3" OriginLocation="2""#,
    data: String = "<Row><![CDATA[001 002 003]]></Row>\n<Row><![CDATA[000 001 002]]></Row>"
  ) -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?>
      <Maps>
      <Map WaferId="W1" FormatRevision="G85-1101">
      <Device ProductId="P" LotId="L" BinType="Decimal" NullBin="000" \(attributes)>
      <ReferenceDevice ReferenceDeviceX="1" ReferenceDeviceY="2"/>
      <Bin BinCode="001" BinCount="2" BinQuality="Pass" BinDescription="good"/>
      <Bin BinCode="002" BinQuality="Fail"/>
      <Bin BinCode="003" BinQuality="Fail"/>
      <Data MapName="sort">
      \(data)
      </Data></Device></Map></Maps>
      """
      .utf8
    )
  }

  private func messages(_ bytes: [UInt8]) -> [Diagnostic] {
    refusal { _ = try G85.read(file: "m.xml", bytes: bytes) }
  }

  @Test func rowsInCDATAAreRead() throws {
    let read = try G85.read(file: "m.xml", bytes: file())
    #expect(read.diagnostics.isEmpty)
    let map = try #require(read.maps.first)
    #expect(map.codes == [nil, 1, 2, 1, 2, 3])
    #expect(map.name == "sort")
    #expect(map.substrate == SubstrateIdentity(id: "W1", lot: "L", product: "P"))
    // Origin 2 is the upper left, so row 2 is the bottom one.
    #expect(map.references == [GridPlace(column: 0, row: 0)])
  }

  @Test func mapsOfOlderFilesStateLess() throws {
    let text = """
      <Map SubstrateId="W1"><Device BinType="Ascii" NullBin=".">
      <Bin BinCode="1" BinQuality="Pass"/><Data><Row>.1.</Row><Row>111</Row></Data></Device></Map>
      """
    let map = try #require(try G85.read(file: "m", bytes: Array(text.utf8)).maps.first)
    #expect(map.codes == [49, 49, 49, nil, 49, nil])
  }

  @Test func aTurnedMapIsTurnedBack() throws {
    // 90 degrees clockwise: what is the left column at 0 degrees is the top row here.
    let bytes = file(
      #"Rows="3" Columns="2" Orientation="90""#,
      data: "<Row>000 001</Row><Row>001 002</Row><Row>002 003</Row>"
    )
    let map = try #require(try G85.read(file: "m.xml", bytes: bytes).maps.first)
    #expect(map.grid.columns == 3 && map.grid.rows == 2)
    #expect(map.codes == [nil, 1, 2, 1, 2, 3])
  }

  @Test(arguments: BinCodeType.allCases)
  func mapsComeBack(type: BinCodeType) throws {
    // The format knows rows and columns only.
    let maps = try SampleWafer.maps(type)
      .map { map in
        var flat = BinMap(
          name: map.name,
          substrate: map.substrate,
          grid: BinMapGrid(
            columns: map.grid.columns,
            rows: map.grid.rows,
            step: map.grid.step,
            deviceSize: map.grid.deviceSize
          ),
          codeType: type,
          nullCode: map.nullCode,
          definitions: map.definitions,
          references: map.references
        )
        for place in map.places { flat[place] = map[place] }
        return flat
      }
    // The layouts of arrays and singles would meet under one name.
    for half in [Array(maps.prefix(3)), Array(maps.suffix(3))] {
      let bytes = try G85.bytes(of: half)
      let read = try G85.read(file: "w.xml", bytes: bytes)
      #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.summary))")
      #expect(read.maps == half)
      #expect(try G85.bytes(of: read.maps) == bytes)
    }
  }

  @Test func defectsAreRefusedWithTheirLine() {
    let short = "<Row>001 002 003</Row>\n<Row>000 001</Row>"
    #expect(messages(file(data: short)).refuses(.malformedRow, line: 11, "2 devices"))
    #expect(
      messages(file(#"Rows="3" Columns="3""#)).refuses(.malformedRow, line: 4, "Rows says 3")
    )
    #expect(messages(file(#"Rows="x" Columns="3""#)).refuses(.notANumber, line: 4))
    #expect(messages(file(#"Rows="2" Columns="3" Units="ell""#)).refuses(.unknownUnit, line: 4))
    #expect(messages(file(#"Orientation="1""#)).refuses(.unknownChoice, line: 4))
    #expect(messages(file(data: "")).refuses(.missingKey, line: 4))
    let unknown = "<Row>001 002 003</Row><Row>000 001 009</Row>"
    #expect(messages(file(data: unknown)).refuses(.unknownReference, line: 4, "009"))
    let text = String(decoding: file(), as: UTF8.self)
    let evil = text.replacing("WaferId=\"W1\"", with: "WaferId=\"../W1\"")
    #expect(messages(Array(evil.utf8)).refuses(.invalidName, line: 3))
    #expect(messages(Array("<MapData/>".utf8)).refuses(.unknownFormat, line: 1))
    #expect(messages(Array("<!DOCTYPE Maps><Maps/>".utf8)).refuses(.refusedXML, line: 1))
  }
}

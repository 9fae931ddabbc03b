import FabDiagnostics
import FabMetrology
import Testing

@Suite struct SiteTableTests {
  private func read(_ text: String) throws -> SiteTable {
    try SiteTable.read(name: "t.csv", bytes: Array(text.utf8))
  }

  private func codes(_ bytes: [UInt8]) -> [DiagnosticCode] {
    do throws(DiagnosticError) {
      _ = try SiteTable.read(name: "t.csv", bytes: bytes)
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  @Test func aLongTableIsRead() throws {
    let table = try read(
      "wafer,site,x (mm),y (mm),characteristic,value,u,unit\n"
        + "W1,A1,-1.5,2,thickness,498.2,0.5,nm\nW1,A2,0,0,edge,770.1,,nm\n\n# remark\n"
        + "W2,\"A,3\",1,1,thickness,,0.5,nm\nW2,A1,1,1,thickness,9.9E37,0.5,nm\n"
    )
    #expect(table.wafers == ["W1", "W2"])
    #expect(table.sites == ["A1", "A2", "A,3"])
    #expect(table.characteristics.map(\.name) == ["thickness", "edge"])
    #expect(table.characteristics.map(\.unit) == ["nm", "nm"])
    #expect(table.waferIndices == [0, 0, 1, 1])
    #expect(table.siteIndices == [0, 1, 2, 0])
    #expect(table.characteristicIndices == [0, 1, 0, 0])
    #expect(table.values.prefix(2) == [498.2, 770.1])
    #expect(table.values[2].isNaN && table.values[3].isNaN)
    #expect(table.flags == [[], [], .notMeasured, .overflow])
    #expect(table.uncertainties[0] == 0.5 && table.uncertainties[1].isNaN)
    #expect(table.x == [-1.5, 0, 1, 1])
    #expect(table.lines == [2, 3, 6, 7])
    #expect(table.refused.isEmpty)
  }

  @Test func aWideTableGivesAValueAColumn() throws {
    let table = try read("site;thickness [nm];edge (nm)\r\nA1;498,25;770,1\r\nA2;NA;771\r\n")
    #expect(table.characteristics.map(\.name) == ["thickness", "edge"])
    #expect(table.characteristics.map(\.unit) == ["nm", "nm"])
    #expect(table.values[0] == 498.25 && table.values[1] == 770.1 && table.values[3] == 771)
    #expect(table.flags == [[], [], .notMeasured, []])
    #expect(table.waferIndices == [-1, -1, -1, -1])
  }

  @Test func coordinatesAreMillimetres() throws {
    let table = try read("x (µm)\ty (cm)\tt (nm)\n1500\t0.25\t7\n")
    #expect(table.x == [1.5])
    #expect(table.y == [2.5])
    #expect(table.siteIndices == [-1])
  }

  @Test(arguments: [
    ("A1,0x10", "'0x10'", 4), ("A1,nan", "'nan'", 4), ("A1,inf", "'inf'", 4),
    ("A1,1,5", "3 values", 4), ("A1", "1 values", 1), (",5", "no site", 1),
    ("A1,1.5.2", "'1.5.2'", 4), ("A1,1e", "'1e'", 4), ("A1,1e999", "'1e999'", 4),
    ("\"A1\"x,5", "text after a closing quote", 1),
  ])
  func badRowsAreRefusedWithTheirPlace(row: String, found: String, column: Int) throws {
    let table = try read("site,t (nm)\nA0,1\n\(row)\nA2,3\n")
    #expect(table.values == [1, 3])
    #expect(table.refused.map(\.line) == [3])
    #expect(table.refused.map(\.found) == [found])
    #expect(table.refused.map(\.column) == [column])
    #expect(table.messages.map(\.code) == [.malformedRow])
  }

  @Test func aCharacteristicHasOneUnit() throws {
    let table = try read(
      "site,characteristic,value,unit\nA1,t,500,nm\nA2,t,0.5,µm\nA3,t,501,nm\n"
    )
    #expect(table.values == [500, 501])
    #expect(table.refused.map(\.line) == [3])
  }

  @Test func whatIsNoTableIsRefusedWhole() {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    #expect(codes([]) == [.noMeasurement])
    #expect(codes(bytes("site,t\n")) == [.noMeasurement])
    #expect(codes(bytes("site,t\nA1,1\n\0\n")) == [.corruptFile])
    #expect(codes(bytes("site,t\nA1,\"1\nA2,2\n")) == [.malformedRow])
    #expect(codes(bytes("site,t\nA\"1,1\nA2,2\n")) == [.malformedRow])
    #expect(codes(bytes("thickness\n1\n")) == [.unknownColumn])
    #expect(codes(bytes("site,site,t\n1,1,1\n")) == [.duplicateName])
    #expect(codes(bytes("x (inch),y,t\n1,1,1\n")) == [.unknownUnit])
    #expect(codes(bytes("site,value,vlaue\n")).contains(.unknownColumn))
    #expect(codes(bytes("site;t\nA;1,234\nB;5,678\n")) == [.notANumber])
    let long = "site,t\nA1," + String(repeating: "1", count: 5_000_000) + "\n"
    #expect(codes(bytes(long)) == [.fileTooLarge])
    #expect(codes(bytes(String(repeating: "a,", count: 1_000_000) + "\n")) == [.fileTooLarge])
    let wide = "site,t\nA1" + String(repeating: ",", count: 900_000) + "\n"
    #expect(codes(bytes(wide)) == [.fileTooLarge])
  }

  @Test func endlessRefusalsEnd() {
    let text = "site,t\n" + String(repeating: "A,x\n", count: SiteTable.refusalLimit + 5)
    #expect(codes(Array(text.utf8)).count == 6)
  }

  @Test func manyNamesKeepTheirNumbers() throws {
    let rows = (0..<5000).map { "S\($0 * 7 % 5000),\($0)" }.joined(separator: "\n")
    let table = try read("site,t\n" + rows)
    #expect(table.sites.count == 5000)
    for index in stride(from: 0, to: 5000, by: 113) {
      #expect(table.sites[Int(table.siteIndices[index])] == "S\(index * 7 % 5000)")
    }
  }

  @Test func otherEncodingsAreRead() throws {
    let text = "site;d (µm)\r\nA1;1,5\r\n"
    let wide = Array(text.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [wide, [0xFF, 0xFE] + wide, latin, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      let table = try SiteTable.read(name: "t", bytes: bytes)
      #expect(table.values == [1.5])
      #expect(table.characteristics.map(\.unit) == ["µm"])
    }
  }

  @Test func numbersAreExact() throws {
    let numbers = [
      "0.1", "1e22", "1e23", "123456789012345678", "9007199254740993", "4.9e-324", "-0.0", "1D-3",
      "2.2250738585072014e-308", "0.3", "1.7976931348623157e308", "00012.500", ".5", "5.", "+7",
      "179769313486231570000000000000", "0.000000000000000000000000000001234567890123456789",
    ]
    let text = "site,characteristic,value\n" + numbers.map { "A,b,\($0)\n" }.joined()
    let table = try read(text)
    #expect(table.refused.isEmpty)
    for (number, value) in zip(numbers, table.values) where abs(value) < 9e36 {
      #expect(value == Double(number.replacing("D", with: "e")), "\(number)")
    }
    #expect(table.flags[10] == .overflow)
  }
}

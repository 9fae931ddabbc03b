import FabDiagnostics
import FabMetrology
import Testing

@Suite struct ColumnMapTests {
  private func map(_ text: String) throws -> ColumnMap {
    try ColumnMap.read(name: "m.yaml", bytes: Array(text.utf8))
  }

  @Test func columnsAreReadByNameAndNumber() throws {
    let map = try map(
      """
      delimiter: semicolon
      decimal: comma
      skip: 2
      missing: ["-999"]
      columns:
        - {is: voltage, name: V1, unit: mV}
        - {is: current, number: 3, unit: nA}
      """
    )
    let text = "FS-Pro\nrun 1\nV1;t;I1\n1,234;0;5\n-999;1;6\n2;2;x\n3;3;9,9E37\n"
    let reading = try MappedSeries.read(name: "f.csv", bytes: Array(text.utf8), map: map)
    let series = reading.values[0]
    #expect(abs(series.values[0][0] - 1.234e-3) < 1e-12)
    #expect(series.values(of: .current)?[0] == 5e-9)
    #expect(series.flags == [[[], .notMeasured, []], [[], [], .overflow]])
    #expect(series.lines == [4, 5, 7])
    #expect(reading.refused.map(\.line) == [6])
    let record = try #require(series.record(name: "f"))
    #expect(record.flags == [[], .notMeasured, [.overflow, .notMeasured]])
  }

  @Test(arguments: [
    ("columns: []", DiagnosticCode.missingKey), ("{}", .missingKey),
    ("columns: [{is: voltage}]", .missingKey),
    ("columns: [{is: voltage, name: V, unit: kg}]", .unknownUnit),
    ("columns: [{is: volts, name: V}]", .unknownChoice),
    ("columns: [{is: time, name: V}, {is: time, name: W}]", .duplicateName),
    ("colums: [{is: time, name: V}]", .unknownKey),
    ("delimiter: comma\ndecimal: comma\ncolumns: [{is: time, name: V}]", .wrongKind),
  ])
  func defectiveMapsAreRefused(text: String, code: DiagnosticCode) {
    do {
      _ = try map(text)
      Issue.record("the map was accepted")
    } catch {
      #expect((error as? DiagnosticError)?.diagnostics.map(\.code).contains(code) == true)
    }
  }

  @Test func aColumnThatIsMissingIsNamed() throws {
    let map = try map("columns: [{is: time, name: Tme}]")
    do {
      _ = try MappedSeries.read(name: "f.csv", bytes: Array("Time,b\n1,2\n".utf8), map: map)
      Issue.record("the file was accepted")
    } catch {
      #expect(
        error.diagnostics.first?.summary == "the header has no column 'Tme'; did you mean 'Time'?"
      )
    }
  }
}

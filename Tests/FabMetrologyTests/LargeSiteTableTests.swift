import FabMetrology
import Testing

/// Tables that are large enough to be read in two halves: the result is that of reading them from the beginning.
@Suite struct LargeSiteTableTests {
  private static let header = "wafer,site,component,characteristic,value,u,unit\n"

  /// Rows in which names appear again and new ones follow, also in the second half.
  private static func rows(
    _ count: Int,
    unit: (Int) -> String = { $0 % 3 == 0 ? "nm" : "S" }
  ) -> String {
    var text = ""
    for row in 0..<count {
      text += "W\(row / 500),A\(row % 7).R\(row % 11),\(row % 2 == 0 ? "D1" : ""),"
      text += "c\(row % 3),\(Double(row) / 7),\(row % 5 == 0 ? "" : "0.5"),\(unit(row))\n"
    }
    return text
  }

  private static func read(_ text: String) throws -> SiteTable {
    try SiteTable.read(name: "t.csv", bytes: Array(text.utf8))
  }

  @Test func halvesGiveWhatTheWholeGives() throws {
    let text = Self.header + Self.rows(40_000)
    #expect(text.utf8.count > 1_000_000)
    let halves = try Self.read(text)
    // A row that is refused lets the table be read from the beginning.
    let whole = try Self.read(text + "W1,A1.R1,,c0,none,,nm\n")
    #expect(whole.refused.map(\.line) == [40_002])
    #expect(halves.refused.isEmpty)
    let count = halves.count
    #expect(count == 40_000 && whole.count == count)
    let isSame =
      halves.wafers == whole.wafers && halves.sites == whole.sites
      && halves.components == whole.components && halves.characteristics == whole.characteristics
      && halves.waferIndices == whole.waferIndices && halves.siteIndices == whole.siteIndices
      && halves.componentIndices == whole.componentIndices
      && halves.characteristicIndices == whole.characteristicIndices
      && halves.values == whole.values && halves.flags == whole.flags
      && halves.lines == whole.lines
      && zip(halves.uncertainties, whole.uncertainties)
        .allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    #expect(isSame)
    #expect(halves.characteristics.map(\.unit) == ["nm", "S", "S"])
    #expect(halves.lines.last == 40_001)
  }

  @Test func unitsOfTheHalvesHaveToAgree() throws {
    let text =
      Self.header + Self.rows(40_000) { $0 < 39_000 ? ($0 % 3 == 0 ? "nm" : "S") : "um" }
    let table = try Self.read(text)
    #expect(table.count == 39_000)
    #expect(table.refused.count == 1000)
    #expect(table.refused.first?.line == 39_002)
  }

  @Test func aDefectInTheSecondHalfHasItsLine() throws {
    let text = Self.header + Self.rows(40_000) + "W1,A1,,c0,1,,nm,more\n"
    let table = try Self.read(text)
    #expect(table.refused.map(\.line) == [40_002])
  }
}

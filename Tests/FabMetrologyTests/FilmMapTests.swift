import FabDiagnostics
import FabMetrology
import Testing

@Suite struct FilmMapTests {
  private func read(_ text: String) throws(DiagnosticError) -> FilmMap {
    try FilmMap.read(name: "films.csv", bytes: Array(text.utf8))
  }

  private func errors(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch {
      return error.diagnostics.map {
        "\($0.place?.heading ?? ""): \($0.summary) [\($0.code.rawValue)]"
      }
    }
  }

  @Test func readsColumnsInAnyOrder() throws {
    let map = try read("edgeShiftNm;Site\n0,63;S01\n-1,5;S02\n")
    #expect(map.entries.map(\.site) == ["S01", "S02"])
    #expect(map.entries.map(\.edgeShiftNm) == [0.63, -1.5])
    #expect(map.entries.map(\.relativeThickness) == [1, 1])
  }

  @Test func everyDefectIsNamedWithItsPlace() {
    let text = "site,relativeThickness\nS01,1.05\nS02,thick\nS01,1\nS03,0\nS04\nS05,NaN\n"
    let found = errors(text)
    #expect(found.count == 5)
    #expect(found.contains { $0.hasPrefix("films.csv:3:5: found 'thick'") })
    #expect(found.contains { $0.contains("'S01' stands twice") })
    #expect(found.contains { $0.hasPrefix("films.csv:5:5: found '0'") })
    #expect(found.contains { $0.hasPrefix("films.csv:6:1: found 'S04', expected 2 columns") })
    #expect(found.contains { $0.hasPrefix("films.csv:7:5: found 'NaN'") })
  }

  @Test func headersAreHeldAgainstTheKnownColumns() {
    #expect(errors("site,thickness\nS01,1\n").first?.contains("no column 'thickness'") == true)
    #expect(errors("relativeThickness\n1\n").first?.contains("'site'") == true)
    #expect(errors("site\nS01\n").first?.contains("are needed") == true)
    #expect(errors("").first?.contains("[no-measurement]") == true)
    #expect(errors("site,edgeShiftNm\n").first?.contains("no site") == true)
  }
}

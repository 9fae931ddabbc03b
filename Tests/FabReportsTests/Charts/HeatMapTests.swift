import FabReports
import FabXML
import Testing

@Suite struct HeatMapTests {
  private func texts(names: [String], width: Double = 100) throws -> [String] {
    let map = HeatMap(
      title: "t",
      columns: .names("column", names),
      rows: .names("row", names.map { "r\($0)" }),
      values: names.map { _ in names.indices.map(Double.init) },
      color: ChartAxis("value")
    )
    let root =
      try XMLDocument.parse(file: "m.svg", bytes: ChartPanel.heatMap(map).svg(width: width)).root
    return root.children.flatMap(\.children).filter { $0.name == "text" }.map(\.text)
  }

  @Test func shortNamesAreAllThere() throws {
    let names = (0...9).map { "k\($0)" }
    let found = try texts(names: names)
    #expect(found.filter { names.contains($0) } == names)
    #expect(found.count { $0.hasPrefix("rk") } == 10)
  }

  @Test func longNamesAreThinnedOut() throws {
    let names = (0...39).map { "array-\($0)" }
    let shown = try texts(names: names).filter { names.contains($0) }
    #expect(shown.first == "array-0")
    #expect((2...8).contains(shown.count))
  }

  @Test func valuesStandInTheirCells() throws {
    let panel = SampleCharts.all[3]
    let root = try XMLDocument.parse(file: "m.svg", bytes: panel.svg()).root
    let found = root.children.flatMap(\.children).filter { $0.name == "text" }.map(\.text)
    for text in ["-1.00", "0.50", "2.00", "-2.25"] { #expect(found.contains(text)) }
    // The one cell without a value is grey and counted.
    #expect(found.contains("n = 9; 1 cell not finite; drawn grey without a value"))
    let grey = root.children.flatMap(\.children).filter { $0.attribute("fill") == "#bbbbbb" }
    #expect(grey.count == 1)
  }
}

import FabReports
import FabXML
import Testing

@Suite struct ParetoChartTests {
  private func names(_ chart: ParetoChart) throws -> [String] {
    let texts = try PictureText(ChartPanel.pareto(chart).svg(width: 400)).texts
    return texts.filter { $0.hasPrefix("bin ") || $0.hasSuffix(" others") }
  }

  private func chart(_ counts: [Int], limit: Int = 12) -> ParetoChart {
    ParetoChart(
      title: "t",
      kind: "bin",
      categories: counts.enumerated().map { ParetoChart.Category("bin \($0)", count: $1) },
      limit: limit
    )
  }

  @Test func theMostFrequentComesFirstAndNoneThatDoesNotOccur() throws {
    #expect(try names(chart([3, 0, 9, 3, 1])) == ["bin 2", "bin 0", "bin 3", "bin 4"])
  }

  @Test func manyAreFoldedIntoTheLastBar() throws {
    let many = chart([1, 2, 3, 4, 5, 6], limit: 3)
    #expect(try names(many) == ["bin 5", "bin 4", "4 others"])
    let texts = try PictureText(ChartPanel.pareto(many).svg()).texts
    #expect(texts.contains("n = 21"))
    #expect(texts.contains("10"))
  }

  @Test func theSharesEndAtAll() throws {
    let picture = try PictureText(ChartPanel.pareto(SamplePictures.pareto).svg())
    let line = try #require(
      picture.elements.first {
        $0.attribute("stroke") == "#d55e00" && ($0.attribute("d") ?? "").contains("L")
          && $0.attribute("stroke-linejoin") != nil && $0.attribute("d")?.count ?? 0 > 25
      }
    )
    let frame = try #require(
      picture.elements.first {
        $0.name == "rect" && $0.attribute("fill") == "none" && $0.attribute("stroke-width") == "0.2"
      }
    )
    let last = (line.attribute("d") ?? "").split(separator: " ").last.flatMap { Double($0) }
    #expect(abs((last ?? .nan) - picture.number("y", of: frame)) < 0.011)
    #expect(picture.texts.contains("100 %"))
    #expect(try PictureText(ChartPanel.pareto(chart([])).svg()).texts.contains("no data"))
  }
}

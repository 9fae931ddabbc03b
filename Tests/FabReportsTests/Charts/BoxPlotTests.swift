import FabReports
import FabXML
import Testing

@Suite struct BoxPlotTests {
  private func plot(_ values: [Double]) throws -> PictureText {
    let plot = BoxPlot(
      title: "t",
      grouping: "run",
      quantity: ChartAxis("v", range: 0...10),
      groups: [BoxPlot.Group("a", values: values), BoxPlot.Group("b", values: [])]
    )
    return try PictureText(ChartPanel.box(plot).svg())
  }

  private func boxes(_ picture: PictureText) -> [FabXML.XMLElement] {
    picture.elements.filter { $0.name == "rect" && $0.attribute("fill") == "#56b4e9" }
  }

  @Test func boxesReachFromQuartileToQuartile() throws {
    // Quartiles of 1...9 by interpolation: 3, 5, 7, so the box has 4 of the 10 units of the axis.
    let picture = try plot([9, 1, 2, 8, 3, 7, 4, 6, 5])
    let box = try #require(boxes(picture).first)
    let frame = try #require(
      picture.elements.first {
        $0.name == "rect" && $0.attribute("fill") == "none" && $0.attribute("stroke-width") == "0.2"
      }
    )
    let share = picture.number("height", of: box) / picture.number("height", of: frame)
    #expect(abs(share - 0.4) < 1e-3)
    #expect(picture.texts.contains("a (9)") && picture.texts.contains("b (0)"))
  }

  @Test func fewValuesArePointsOnly() throws {
    #expect(boxes(try plot([1, 2, 3, 4])).isEmpty)
    #expect(boxes(try plot([1, 2, 3, 4, 5])).count == 1)
    #expect(try plot([]).texts.contains("no data"))
    #expect(
      try plot([1, .nan, 11]).texts.contains("n = 3; 1 value not finite; 1 value outside the range")
    )
  }
}

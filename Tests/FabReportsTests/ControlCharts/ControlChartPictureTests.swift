import FabReports
import FabXML
import Testing

@Suite struct ControlChartPictureTests {
  private func picture(_ chart: ControlChartPicture) throws -> PictureText {
    try PictureText(ChartPanel.control(chart).svg())
  }

  @Test func pointsOutOfControlCarryTheirRules() throws {
    let picture = try picture(SamplePictures.individuals)
    #expect(picture.texts.contains("2,5"))
    #expect(picture.texts.count { $0 == "1" } == 2)
    #expect(picture.texts.contains("n = 40; 3 out of control; limits frozen from 22 wafers"))
    for text in ["baseline", "new PbI2 lot", "UCL 790", "CL 784", "LCL 778", "edge (nm)"] {
      #expect(picture.texts.contains(text), "\(text)")
    }
  }

  @Test func limitsAreDashedStepsOfEachPhase() throws {
    func paths(_ chart: ControlChartPicture) throws -> [FabXML.XMLElement] {
      try picture(chart).elements
        .filter {
          $0.name == "path" && $0.attribute("stroke-dasharray") == "1.2 0.8"
            && $0.attribute("stroke-width") == "0.3"
        }
    }
    let fixed = try paths(SamplePictures.individuals)
    #expect(fixed.count == 4)
    // EWMA limits widen: a step at every point, each of two corners.
    let widening = try paths(SamplePictures.ewma)
    #expect(widening.count == 2)
    let heights = Set(
      (widening[0].attribute("d") ?? "").split { "ML".contains($0) }
        .compactMap { $0.split(separator: " ").last }
    )
    #expect(heights.count > 8)
    let isFlat = Set(
      (fixed[0].attribute("d") ?? "").split { "ML".contains($0) }
        .compactMap { $0.split(separator: " ").last }
    )
    #expect(isFlat.count == 1)
  }

  @Test func cusumHasTwoSums() throws {
    let picture = try picture(SamplePictures.cusum)
    #expect(picture.texts.contains("upper sum") && picture.texts.contains("lower sum"))
    #expect(picture.elements.contains { $0.attribute("fill") == "#56b4e9" })
  }

  @Test func emptyAndBrokenChartsSaySo() throws {
    let empty = ControlChartPicture(
      title: "t",
      statistic: ChartAxis("x"),
      phases: [ControlChartPicture.Phase(center: nil, points: [])]
    )
    #expect(try picture(empty).texts.contains("no data"))
    var broken = empty
    broken.phases = [
      ControlChartPicture.Phase(
        center: .nan,
        points: [
          ControlChartPicture.Point(label: "a", value: .nan, upper: .infinity, tags: ["1"]),
          ControlChartPicture.Point(label: "b", value: 1),
        ]
      )
    ]
    #expect(
      try picture(broken).texts.contains("n = 2; 1 point not finite; 1 out of control")
    )
  }
}

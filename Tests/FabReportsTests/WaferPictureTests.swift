import FabGeometry
import FabLayout
import FabRecipe
import FabReports
import FabXML
import Testing

@Suite struct WaferPictureTests {
  /// All elements of a picture with their names.
  private func elements(_ svg: [UInt8]) throws -> [FabXML.XMLElement] {
    var found: [FabXML.XMLElement] = []
    func visit(_ element: FabXML.XMLElement) {
      found.append(element)
      for child in element.children { visit(child) }
    }
    visit(try XMLDocument.parse(file: "picture.svg", bytes: svg).root)
    return found
  }

  @Test func compositeDrawsEveryLevelInItsColour() throws {
    let wafer = try ShippedWafer.layout()
    let picture = CompositePicture(
      wafer: wafer,
      regions: try ShippedWafer.regions(wafer),
      subtitles: ["made from <a> & b"]
    )
    let elements = try elements(picture.svg())
    for level in wafer.flow.levels {
      let paths = elements.filter {
        $0.name == "path" && $0.attribute("fill") == level.color
      }
      #expect(paths.count == 1, "\(level.name)")
      #expect(paths.first?.attribute("d")?.isEmpty == false)
    }
    #expect(elements.contains { $0.text == "101 PCUs" })
    #expect(elements.contains { $0.text == "made from <a> & b" })
    #expect(picture.svg() == picture.svg())
  }

  @Test func mapShowsEveryContactWithItsNameAndPlace() throws {
    let wafer = try ShippedWafer.layout()
    let elements = try elements(WaferMapPicture(wafer: wafer, subtitles: []).svg())
    let titles = Set(elements.filter { $0.name == "title" }.map(\.text))
    for contact in wafer.contacts {
      let place = (Double(contact.position.x) / 1e6, Double(contact.position.y) / 1e6)
      #expect(titles.contains("\(contact.name) (\(place.0), \(place.1)) mm"))
    }
    let texts = elements.filter { $0.name == "text" }.map(\.text)
    #expect(texts.count { $0 == "R2C2" } == 9)
    #expect(texts.contains("S20"))
    #expect(texts.contains("A5"))
  }

  @Test func findingsAreBoxedNumberedAndListed() throws {
    let wafer = try ShippedWafer.layout()
    let level = wafer.flow.levels[5].name
    let finding = Finding(
      level: level,
      box: Box(1_000_000, 2_000_000, 1_100_000, 2_200_000),
      measured: "0.08 mm",
      limit: "at least 0.1 mm",
      text: "widen it"
    )
    let picture = FindingsPicture(
      title: "t",
      results: [RuleResult(id: "web-width", verdict: .findings([finding]))],
      regions: try ShippedWafer.regions(wafer)
    )
    let elements = try elements(picture.svg())
    #expect(
      elements.contains {
        $0.name == "rect" && $0.attribute("x") == "1" && $0.attribute("y") == "-2.2"
          && $0.attribute("width") == "0.1" && $0.attribute("height") == "0.2"
      }
    )
    // Too small to see on a wafer: a ring points at it.
    #expect(elements.contains { $0.name == "circle" && $0.attribute("cx") == "1.05" })
    #expect(
      elements.contains { $0.text == "1  web-width: AU, 0.08 mm, expected at least 0.1 mm" }
    )
  }
}

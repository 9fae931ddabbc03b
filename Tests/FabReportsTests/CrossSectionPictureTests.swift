import FabProcess
import FabRecipe
import FabReports
import FabXML
import Testing

@Suite struct CrossSectionPictureTests {
  private func texts(_ recipe: String) throws -> [String] {
    let recipe = try ShippedWafer.recipe(recipe)
    let svg = CrossSectionPicture(recipe: recipe.name, sections: CrossSection.all(in: recipe)).svg()
    let root = try XMLDocument.parse(file: "section.svg", bytes: svg).root
    return root.children.filter { $0.name == "text" }.map(\.text)
  }

  @Test func showsThePerovskiteAfterConversion() throws {
    let texts = try texts("pcu-mapbi3")
    // In the diode and in both memristors.
    #expect(texts.count { $0 == "mapbi3 495 nm" } == 3)
    #expect(texts.contains("spiro-ttb 6 nm"))
    #expect(texts.contains("gold 80 nm *"))
    #expect(!texts.contains { $0.contains("pbi2") })
  }

  @Test func keepsLabelsApart() throws {
    let recipe = try ShippedWafer.recipe()
    let svg = CrossSectionPicture(recipe: "r", sections: CrossSection.all(in: recipe)).svg()
    let root = try XMLDocument.parse(file: "section.svg", bytes: svg).root
    let labels = root.children.filter { $0.name == "text" && $0.text.contains(" nm") }
    for (index, label) in labels.enumerated() {
      for other in labels[(index + 1)...] where other.attribute("x") == label.attribute("x") {
        let first = try #require(label.attribute("y").flatMap(Double.init))
        let second = try #require(other.attribute("y").flatMap(Double.init))
        #expect(abs(first - second) >= 3.5)
      }
    }
  }

  @Test func drawsAnotherDevice() throws {
    #expect(try !texts("pin-diode").isEmpty)
  }
}

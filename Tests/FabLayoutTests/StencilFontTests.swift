import FabGeometry
import FabLayout
import Testing

@Suite struct StencilFontTests {
  @Test(arguments: StencilFont.characters.sorted())
  func leavesNoIsland(character: Character) {
    let openings = StencilFont.openings(String(character), at: .zero, pitch: 500_000)
    let sheet = Region([Polygon(Box(-500_000, -500_000, 3_500_000, 4_500_000))])
    #expect(sheet.subtracting(Region(openings)).polygons.count == 1)
  }

  @Test(arguments: StencilFont.characters.sorted())
  func keepsBarsApart(character: Character) {
    let openings = StencilFont.openings(String(character), at: .zero, pitch: 500_000)
    #expect(Region(openings).polygons.count == openings.count)
    #expect(
      Region(openings.map { Polygon($0.outer.boundingBox.grown(by: 90_000)) }).polygons.count
        == openings.count
    )
  }
}

import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct MergingTests {
  private let layer = Layer(LevelName("AU"))

  private func merged(_ polygons: [Polygon]) throws -> [Polygon] {
    let layout = Layout(
      name: "t",
      levels: [LayoutLevel(name: LevelName("AU"), gdsLayer: 5, color: "#ffcc00")],
      cells: [Cell(name: CellName("T"), shapes: [layer: polygons])]
    )
    return try layout.merged().cells[0].shapes[layer] ?? []
  }

  @Test func joinsAbuttingBoxesToOneContour() throws {
    let result = try merged([Polygon(Box(0, 0, 10, 10)), Polygon(Box(10, 0, 20, 10))])
    #expect(result == [Polygon(Box(0, 0, 20, 10))])
  }

  @Test func keepsCirclesThatStandAlone() throws {
    let circle = Polygon(Outline(center: Point(5_000_000, 0), radius: 1_000_000))
    #expect(try merged([Polygon(Box(0, 0, 10, 10)), circle]).contains(circle))
  }

  @Test func flattensCirclesThatOverlap() throws {
    let circle = Polygon(Outline(center: .zero, radius: 1_000_000))
    let result = try merged([Polygon(Box(0, 0, 3_000_000, 100_000)), circle])
    #expect(result.count == 1)
    #expect(result[0].isStraight)
  }
}

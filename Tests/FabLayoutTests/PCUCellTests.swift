import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct PCUCellTests {
  private func cell(_ bitLine: PCUCell.BitLine) throws -> Cell {
    let roles = try PCURoles(PaperFlow.flow, recipeName: "r.yaml")
    return PCUCell(
      parameters: PCUCellParameters(),
      pitch: 5_000_000,
      roles: roles,
      flow: PaperFlow.flow
    )
    .cell(named: CellName("PCU"), bitLine: bitLine)
  }

  private func area(_ level: String, of cell: Cell) -> Double {
    Region(cell.shapes[Layer(LevelName(level))] ?? []).areaMm2
  }

  /// The mask areas in mm², worked out by hand from the rectangles.
  @Test(arguments: [
    ("FTO", 11.05, 11.05), ("HTL", 4.335, 4.335), ("PVK", 5.3975, 5.3975), ("ETL", 3.235, 3.235),
    ("AU", 4.13, 5.45), ("AG", 0.315, 0.315), ("INS", 0, 1.1),
  ])
  func hasTheMaskAreasOfThePaper(level: String, ending: Double, through: Double) throws {
    #expect(abs(area(level, of: try cell(.ending)) - ending) < 1e-9)
    #expect(abs(area(level, of: try cell(.through)) - through) < 1e-9)
  }

  @Test func opensD2AndM2TogetherWhereAFilmBelongsToBoth() throws {
    let shapes = try cell(.ending).shapes
    #expect(shapes[Layer(LevelName("PVK"))]?.count == 3)
    #expect(shapes[Layer(LevelName("HTL"))]?.count == 3)
    #expect(shapes[Layer(LevelName("ETL"))]?.count == 2)
    #expect(shapes[Layer(LevelName("AU"))]?.count == 2)
  }

  @Test func refusesARecipeWithoutBinaryMemristor() {
    let flow = ProcessFlow(
      films: PaperFlow.flow.films,
      levels: PaperFlow.flow.levels,
      components: PaperFlow.flow.components.filter { $0.kind != .binaryMemristor }
    )
    #expect(throws: (any Error).self) { try PCURoles(flow, recipeName: "r.yaml") }
  }
}

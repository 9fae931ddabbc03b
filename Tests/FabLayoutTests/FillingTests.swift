import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct FillingTests {
  private let stamps = SheetStamps(recipeHash: "00", floorPlanHash: "11")

  /// The least number of arrays that any sensible stepper finds, from a centred square grid.
  private func gridCount(_ wafer: Wafer) -> Int {
    var count = 0
    for row in -20...20 {
      for column in -20...20 {
        let x = column * 18_500_000 - 8_500_000
        let y = row * 18_500_000 - 8_500_000
        if wafer.excess(of: Box(x, y, x + 17_000_000, y + 17_000_000)) <= 0 { count += 1 }
      }
    }
    return count
  }

  @Test(arguments: WaferSize.allCases, WaferMark.allCases)
  func fillsEverySizeWithoutOverlap(size: WaferSize, mark: WaferMark) throws {
    guard let wafer = Wafer(size: size, mark: mark, edgeExclusion: 4_000_000) else { return }
    let (plan, _) = try FloorPlan.filled(
      name: "fill",
      wafer: wafer,
      array: ArrayParameters(),
      pcu: PCUCellParameters(),
      windowLevel: LevelName("PVK")
    )
    // Making the layout checks overlaps and the usable area.
    let layout = try plan.layout(flow: PaperFlow.flow, recipeName: "r", stamps: stamps)
    #expect(layout.arrayCount >= gridCount(wafer))
    #expect(layout.pcus.count == 9 * layout.arrayCount)
    #expect(plan.fiducials.count >= 2)
  }

  @Test func refusesAnArrayThatNeverFits() {
    var array = ArrayParameters()
    array.rows = 20
    #expect(throws: (any Error).self) {
      let wafer = try #require(Wafer(size: .inch2, mark: .none, edgeExclusion: 4_000_000))
      return try FloorPlan.filled(
        name: "fill",
        wafer: wafer,
        array: array,
        pcu: PCUCellParameters(),
        windowLevel: nil
      )
    }
  }
}

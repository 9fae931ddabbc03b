import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct SpeedTests {
  /// The time from merged masks to the verdict, five times the goal of 0.2 s so that a busy machine passes.
  @Test func theWholeWaferTakesAFractionOfASecond() throws {
    let layout = try WaferFixture.wafer()
    let regions = try WaferFixture.regions(layout)
    let roles = try PCURoles(layout.flow, recipeName: "r.yaml")
    var matches = false
    let duration = ContinuousClock()
      .measure {
        let wafer = ExtractedWafer(
          regions: regions,
          flow: layout.flow,
          sites: layout.pcus,
          contacts: layout.contacts
        )
        matches = LVSComparison(of: wafer, with: .wafer(layout, roles: roles)).matches
      }
    #expect(matches)
    #expect(duration < .seconds(1))
  }
}

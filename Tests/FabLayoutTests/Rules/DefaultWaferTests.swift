import FabLayout
import FabRecipe
import Testing

@Suite struct DefaultWaferTests {
  @Test func isCleanByEveryRule() throws {
    for result in DesignRules.check(try RuleFixture.defaultWafer()) {
      #expect(result.verdict == .clean, "\(result.id)")
    }
  }

  /// Counts and areas worked out by hand from the rectangles of the cell.
  @Test(arguments: [
    ("diode", 202, 0.64), ("multistate-memristor", 101, 0.35), ("binary-memristor", 101, 0.12),
    ("crossing", 54, 0.20),
  ])
  func hasTheDevicesOfThePaper(component: String, count: Int, area: Double) throws {
    let overlaps = try RuleFixture.defaultWafer().overlaps
      .filter {
        $0.component?.name.text == component
      }
    #expect(overlaps.count == count)
    #expect(overlaps.allSatisfy { abs($0.areaMm2 - area) < 1e-6 })
  }

  @Test func hasNoUnknownOverlap() throws {
    #expect(try RuleFixture.defaultWafer().overlaps.allSatisfy { $0.component != nil })
  }
}

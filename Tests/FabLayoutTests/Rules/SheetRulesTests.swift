import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct SheetRulesTests {
  private typealias Fixture = RuleFixture

  @Test func findsAnIsland() throws {
    let ring = [
      Fixture.box(0, 0, 3000, 1000), Fixture.box(0, 2000, 3000, 3000),
      Fixture.box(0, 0, 1000, 3000), Fixture.box(2000, 0, 3000, 3000),
    ]
    let context = Fixture.context([Fixture.layer("AU"): ring], sheets: true)
    let findings = try #require(Fixture.verdict("sheet-in-one-piece", context)).findings
    #expect(findings.map(\.box) == [Box(1_000_000, 1_000_000, 2_000_000, 2_000_000)])
    #expect(findings.map(\.measured) == ["2 pieces"])
  }

  @Test func acceptsARingWithABridge() {
    let open = [
      Fixture.box(0, 0, 3000, 1000), Fixture.box(0, 2000, 3000, 3000),
      Fixture.box(0, 0, 1000, 3000), Fixture.box(2000, 0, 3000, 1900),
    ]
    let context = Fixture.context([Fixture.layer("AU"): open], sheets: true)
    #expect(Fixture.verdict("sheet-in-one-piece", context) == .clean)
  }

  @Test func islandRuleNeedsTheSheet() {
    let context = Fixture.context([Fixture.layer("AU"): [Fixture.box(0, 0, 1, 1)]])
    guard case .notRun(let reason)? = Fixture.verdict("sheet-in-one-piece", context) else {
      Issue.record("a missing sheet isn't clean")
      return
    }
    #expect(reason.contains("AU"))
  }

  @Test func findsAnOpeningInTheRim() throws {
    let context = Fixture.context([Fixture.layer("AU"): [Fixture.box(45_000, 0, 46_500, 100)]])
    let findings = try #require(Fixture.verdict("edge-exclusion", context)).findings
    #expect(findings.count == 1)
    #expect(findings.first?.level == LevelName("AU"))
    let inside = Fixture.context([Fixture.layer("AU"): [Fixture.box(45_000, 0, 45_900, 100)]])
    #expect(Fixture.verdict("edge-exclusion", inside) == .clean)
  }

  @Test func rimRuleNeedsTheWafer() {
    guard case .notRun? = Fixture.verdict("edge-exclusion", Fixture.context([:], wafer: false))
    else {
      Issue.record("an unknown wafer isn't clean")
      return
    }
  }

  @Test func findsASheetThatIsTooOpen() throws {
    // Half of a disc of 50 mm is 3927 mm²: a square of 63 mm is above, one of 62 mm below.
    let open = Fixture.context([
      Fixture.layer("AU"): [Fixture.box(-31_500, -31_500, 31_500, 31_500)]
    ])
    #expect(try #require(Fixture.verdict("open-area", open)).findings.map(\.measured) == ["50.5 %"])
    let fine = Fixture.context([
      Fixture.layer("AU"): [Fixture.box(-31_000, -31_000, 31_000, 31_000)]
    ])
    #expect(Fixture.verdict("open-area", fine) == .clean)
  }

  @Test(arguments: [(4_000_000, true), (3_999_999, false)])
  func keepsAwayFromPinHoles(left: Int, isClean: Bool) throws {
    var shapes: [Layer: [Polygon]] = [
      Fixture.layer("AU"): [Polygon(Box(left, 0, 5_000_000, 100_000))]
    ]
    for level in PaperFlow.flow.levels {
      shapes[Layer(level.name, .registration)] = [
        Polygon(Outline(center: Point(1_500_000, 0), radius: 1_500_000))
      ]
    }
    let verdict = try #require(Fixture.verdict("registration-keep-out", Fixture.context(shapes)))
    #expect((verdict == .clean) == isClean)
  }
}

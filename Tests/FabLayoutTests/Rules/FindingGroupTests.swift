import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct FindingGroupTests {
  private func finding(_ x: Int, _ measured: String) -> Finding {
    Finding(
      level: LevelName("AU"),
      box: Box(x, 0, x + 1, 1),
      measured: measured,
      limit: "at least 0.1 mm",
      text: "widen it"
    )
  }

  @Test func gathersWhatDiffersByPlaceAlone() {
    let results = [
      RuleResult(
        id: "web-width",
        verdict: RuleVerdict([finding(5, "0.08 mm"), finding(1, "0.09 mm"), finding(9, "0.08 mm")])
      ),
      RuleResult(id: "sag", verdict: .clean),
      RuleResult(id: "sliver", verdict: RuleVerdict([finding(5, "0.08 mm")])),
    ]
    let groups = FindingGroup.groups(of: results)
    #expect(groups.map(\.rule) == ["web-width", "web-width", "sliver"])
    #expect(groups.map(\.boxes.count) == [1, 2, 1])
    #expect(groups[1].boxes.map(\.min.x) == [5, 9])
    #expect(groups.reduce(0) { $0 + $1.boxes.count } == 4)
  }
}

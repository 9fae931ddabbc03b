import FabDiagnostics
import FabLayout
import Testing

@Suite struct ForbiddenStackTests {
  private typealias Fixture = RuleFixture

  @Test func findsPerovskiteAlone() throws {
    let context = Fixture.context([
      Fixture.layer("FTO"): [Fixture.box(0, 0, 1000, 1000)],
      Fixture.layer("PVK"): [Fixture.box(-200, -200, 1200, 1200)],
      Fixture.layer("AU"): [Fixture.box(0, 400, 2000, 600)],
    ])
    let findings = try #require(Fixture.verdict("forbidden-stack", context)).findings
    #expect(findings.map(\.measured) == ["FTO/PVK/AU"])
    #expect(findings.first?.box.millimetres.description == "(0.0, 0.4)-(1.0, 0.6) mm")
  }

  @Test func findsTheUninsulatedPartOfACrossing() throws {
    let context = Fixture.context([
      Fixture.layer("FTO"): [Fixture.box(0, 0, 1000, 1000)],
      Fixture.layer("INS"): [Fixture.box(-200, -200, 900, 1200)],
      Fixture.layer("AU"): [Fixture.box(0, 400, 2000, 600)],
    ])
    let findings = try #require(Fixture.verdict("forbidden-stack", context)).findings
    #expect(findings.map(\.measured) == ["FTO/AU"])
    #expect(findings.first?.text.contains("short") == true)
  }

  @Test func acceptsComponentsAndContacts() {
    let context = Fixture.context([
      Fixture.layer("FTO"): [Fixture.box(0, 0, 1000, 1000)],
      Fixture.layer("INS"): [Fixture.box(-200, -200, 1200, 1200)],
      Fixture.layer("AU"): [Fixture.box(0, 400, 2000, 600)],
      Fixture.layer("AG"): [Fixture.box(1500, 400, 3000, 600)],
    ])
    #expect(Fixture.verdict("forbidden-stack", context) == .clean)
  }
}

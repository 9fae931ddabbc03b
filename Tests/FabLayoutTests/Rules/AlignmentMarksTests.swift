import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct AlignmentMarksTests {
  private typealias Fixture = RuleFixture

  private func verdict(offset: Int32, skipping level: String?) throws -> RuleVerdict {
    var shapes: [Layer: [Polygon]] = [:]
    for x in [Int32(-20_000_000), 20_000_000] {
      let cell = FiducialCell.cell(named: CellName("F"), flow: PaperFlow.flow)
      for (layer, polygons) in cell.shapes where layer.level.text != level {
        let shift = layer.level.text == "AG" ? offset : 0
        let moved = polygons.compactMap { Transform(offset: Point(x: x + shift, y: 0)).apply($0) }
        shapes[layer, default: []] += moved
      }
    }
    return try #require(Fixture.verdict("alignment-marks", Fixture.context(shapes)))
  }

  @Test func acceptsTwoMarksOnEveryMask() throws {
    #expect(try verdict(offset: 0, skipping: nil) == .clean)
  }

  @Test func findsAMaskWithShiftedMarks() throws {
    #expect(try verdict(offset: 1, skipping: nil).findings.count == 1)
  }

  @Test func findsAMaskWithoutMarks() throws {
    #expect(try verdict(offset: 0, skipping: "HTL").findings.count == 1)
  }

  @Test func findsAPatternWithoutSquares() throws {
    let findings = try verdict(offset: 0, skipping: "FTO").findings
    // Nothing at all is drawn on FTO: there is no box to show, but the rule must not pass.
    #expect(!findings.isEmpty)
  }
}

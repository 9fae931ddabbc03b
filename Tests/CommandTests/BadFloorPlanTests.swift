import Foundation
import Testing

/// Floor plans with one defect each, and the shipped one changed into something that can't be.
@Suite struct BadFloorPlanTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  @Test(
    arguments: Fixture.codes(in: Fixture.folder, endings: ["yaml"])
      .filter { $0 != "rule-violation" }
  )
  func everyDefectHasItsPlace(code: String) throws {
    let name = "\(code).yaml"
    try FileManager.default.copyItem(
      atPath: "\(Fixture.folder)/\(name)",
      toPath: "\(work.path)/\(name)"
    )
    // A recipe without memristors, for the floor plan that asks for a PCU.
    let recipe = Checkout.path("Recipes/pin-diode.yaml")
    let options = code == "missing-role" ? ["--recipe", recipe] : []
    let result = try work.tool(["layout", "--floor-plan", name, "--out", "X"] + options)
    result.expect(2)
    #expect(result.output == "")
    result.expectMessage("error", code: code, file: code == "missing-role" ? recipe : name)
    #expect(work.names() == [name])
  }

  @Test(arguments: [
    ("pitch: 5 mm  ", "pitch: 5    ", "'pitch' needs a unit after '5'", "missing-unit"),
    ("pitch: 5 mm  ", "pitch: 5 s  ", "'pitch' is a length such as", "wrong-dimension"),
    ("pitch: 5 mm  ", "pitch: 0 mm ", "'pitch' must be greater than zero", "out-of-range"),
    ("pitch: 5 mm  ", "pitch: -5 mm", "'pitch' must be greater than zero", "out-of-range"),
    ("pitch: 5 mm  ", "pitch: .inf mm", "'pitch' must be finite", "not-finite"),
    ("pitch: 5 mm  ", "pitch: 1e3 mm", "measures 3002 mm", "out-of-range"),
    ("pitch: 5 mm  ", "pitch: 99999999999999999999 mm", "'pitch'", ""),
    ("    rows: 3", "    rows: 0", "'rows'", "out-of-range"),
    ("    rows: 3", "    rows: 3.5", "'rows'", ""),
    ("    rows: 3", "    rows: 99999999999999999999", "'rows'", ""),
    ("    rows: 3", "    row: 3", "no key 'row'; did you mean 'rows'?", "unknown-key"),
    ("    rows: 3", "    rows: 3\n    rows: 3", "'rows' twice", "duplicate-key"),
    ("size: 4in", "size: 5in", "'size' can't be '5in'", "unknown-choice"),
    ("name: wafer-4in-101", "name: ../up", "'../up'", "invalid-name"),
    ("name: wafer-4in-101", "name: [a]", "'name'", "wrong-kind"),
    ("  - name: S", "  - name: A", "two groups are named 'A'", "duplicate-name"),
    ("edgeExclusion: 4 mm", "edgeExclusion: 60 mm", "as wide as the radius", "out-of-range"),
    ("level: PVK", "level: PVX", "did you mean 'PVK'?", "unknown-level"),
    ("[43 mm, 0 mm]", "[43 mm]", "'at' is a point [x, y]; found a list of 1", "wrong-kind"),
    (
      "columns: 3, rows: 3, pitch: 18.5 mm", "columns: 500, rows: 500, pitch: 1 nm",
      "250000 places", "out-of-range"
    ),
    (
      "columns: 3, rows: 3, pitch: 18.5 mm", "columns: 100, rows: 100, pitch: 1 nm",
      "more pairs of this line", "blocks-overlap"
    ),
    ("arrays:\n", "sheet: {pinHole: 1 nm}\narrays:\n", "'pinHole' is", "out-of-range"),
    (
      "arrays:\n", "sheet: {size: 1 nm}\narrays:\n", "choose a smaller 'cornerRadius'",
      "out-of-range"
    ),
    ("floor plan 1", "recipe 1", "'format' is 'pcu-fab floor plan 1'", "unknown-format"),
    (
      "columns: 3, rows: 3, pitch: 18.5 mm", "columns: 100, rows: 100, pitch: 1000 mm",
      "the grid reaches beyond", "coordinate-overflow"
    ),
  ])
  func changesThatCannotBeAreRefused(old: String, new: String, text: String, code: String) throws {
    try work.writePlan(replacing: old, with: new, to: "plan.yaml")
    let result = try work.tool("layout", "--floor-plan", "plan.yaml", "--out", "X")
    result.expectRefusal(2, "plan.yaml:", text, code.isEmpty ? "]\n" : "[\(code)]")
    #expect(work.names() == ["plan.yaml"])
  }

  @Test func anotherPitchGivesAnotherSet() throws {
    try work.writePlan(replacing: "pitch: 5 mm  ", with: "pitch: 5.1 mm", to: "plan.yaml")
    try work.tool("layout", "--floor-plan", "plan.yaml", "--out", "X").expect(0)
    // Arrays that are too wide for their grid say so, with both names and the distance.
    try work.writePlan(replacing: "pitch: 5 mm  ", with: "pitch: 6 mm  ", to: "wide.yaml")
    let result = try work.tool("layout", "--floor-plan", "wide.yaml", "--out", "Y")
    result.expectRefusal(
      2,
      "wide.yaml:",
      "A1 and A2 overlap by 1.5 mm",
      "[blocks-overlap]",
      "fix: "
    )
  }
}

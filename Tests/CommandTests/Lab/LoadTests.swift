import Testing

@Suite struct LoadTests {
  private static let file = """
    format: pcu-fab lab 1
    wafers:
      - {code: W1, lot: L1, layout: PLAN}
      - {code: W2, lot: L1, layout: PLAN}
    lots:
      - {code: L1, title: first}
    materials:
      - {code: pbi2, densityGPerCm3: 6.16, source: azom.com}
    materialLots:
      - {code: PBI2-7, material: pbi2, supplier: AET, lotNumber: 2311-A, expires: 2030-01-01}
    equipment:
      - {code: EVAP1, kind: evaporator, geometry: '{"throwMm": 300}'}
    """

  private func lab(_ text: String = Self.file) throws -> Lab {
    let lab = try Lab()
    let plan = Checkout.path("Layouts/wafer-4in-101.yaml")
    try lab.work.write(text.replacing("PLAN", with: plan), to: "lab.yaml")
    return lab
  }

  @Test func aFileIsLoadedOnceInAnyOrder() throws {
    let lab = try lab()
    let shown = try lab.tool("load", "lab.yaml", "--dry-run")
    shown.expect(0)
    #expect(shown.output.contains("would add wafer W2"))
    #expect(try lab.tool("lot", "list").output == "no lot\n")
    try lab.tool("load", "lab.yaml").expect(0)
    let again = try lab.tool("load", "lab.yaml")
    again.expect(0)
    #expect(again.output.hasPrefix("nothing to change"))
    #expect(again.output.contains("6 entries, 6 were there already"))
    let wafers = try lab.tool("wafer", "list", "--json").list()
    #expect((wafers.first?["layout"] as? String)?.count == 64)
  }

  @Test(arguments: [
    ("code: pbi2, den", "code: pbi2, colour: red, den", "has no 'colour'", "unknown-key"),
    ("code: L1, title", "title", "has no 'code'", "missing-key"),
    ("densityGPerCm3: 6.16", "densityGPerCm3: '6,16'", "'6,16' is no number", "not-a-number"),
    ("densityGPerCm3: 6.16", "densityGPerCm3: 0x10", "'0x10' is no number", "not-a-number"),
    ("densityGPerCm3: 6.16", "densityGPerCm3: nan", "'nan' is no number", "not-a-number"),
    ("{code: W2, lot: L1", "{code: W2, lot: L9", "there is no lot 'L9'", "unknown-entry"),
    ("pcu-fab lab 1", "pcu-fab lab 9", "expected 'pcu-fab lab 1'", "unknown-format"),
    ("'{\"throwMm\": 300}'", "'{throw'", "is no JSON", "not-a-number"),
    ("code: W2", "code: ../W2", "is no name of a wafer", "invalid-name"),
    ("materials:", "substances:", "no key 'substances'", "unknown-key"),
  ])
  func defectsAreNamedAndNothingIsLoaded(
    old: String,
    new: String,
    message: String,
    code: String
  ) throws {
    #expect(Self.file.contains(old))
    let lab = try lab(Self.file.replacing(old, with: new))
    let before = try lab.tool("audit", "verify").output
    try lab.tool("load", "lab.yaml").expectRefusal(2, "lab.yaml:", message, "[\(code)]")
    #expect(try lab.tool("audit", "verify").output == before)
  }
}

import FabDiagnostics
import FabRecipe
import FabUnits
import Testing

/// Figures in all their forms, read through the smallest recipe.
@Suite struct FigureTests {
  private func read(_ original: String, _ variant: String) throws -> Recipe {
    let text = try RecipeDiagnosticsTests.source("smallest.yaml").text
      .replacing(original, with: variant)
    return try Recipe.read(SourceText(name: "t.yaml", text: text)).recipe
  }

  @Test func unspecifiedIsNeitherZeroNorAbsent() throws {
    let recipe = try read(
      "thickness: 20 nm",
      "thickness: {value: unspecified, because: nobody measured it}"
    )
    let film = try #require(recipe.film(named: FilmName("middle")))
    #expect(film.thickness == .unspecified(assumed: nil, because: "nobody measured it"))
    #expect(film.thickness.value == nil)
    #expect(!film.thickness.isAssumption)
  }

  @Test func anAssumptionStandsBesideTheMissingValue() throws {
    let recipe = try read(
      "thickness: 20 nm",
      "thickness: {value: unspecified, assumed: 25 nm, because: usual}"
    )
    let thickness = try #require(recipe.film(named: FilmName("middle"))).thickness
    #expect(thickness.value == Length(25, .nanometre))
    #expect(thickness.isAssumption)
  }

  @Test func rangesHaveUnitsAtBothEnds() throws {
    let recipe = try read(
      "{role: conductor}",
      "{role: conductor, sheetResistance: {value: 8 ohm/sq to 15 ohm/sq, source: a shop}}"
    )
    let gold = try #require(recipe.material(named: MaterialName("gold")))
    let range = SheetResistance(8, .ohmPerSquare)...SheetResistance(15, .ohmPerSquare)
    #expect(gold.sheetResistance == .stated(range, source: "a shop"))
  }

  @Test(arguments: [
    ("thickness: 20 nm", "thickness: unspecified", DiagnosticCode.missingKey),
    ("thickness: 20 nm", "thickness: {value: unspecified}", .missingKey),
    ("thickness: 20 nm", "thickness: {value: unspecified, because: x, source: y}", .unknownKey),
    ("thickness: 20 nm", "thickness: {value: 20 nm, because: x}", .unknownKey),
    (
      "thickness: 20 nm", "thickness: {value: unspecified, assumed: 2 s, because: x}",
      .wrongDimension
    ),
    ("thickness: 20 nm", "thickness: -20 nm", .outOfRange),
    ("thickness: 20 nm", "thickness: 1e400 nm", .notANumber),
    ("{role: conductor}", "{role: conductor, sheetResistance: 8 to 15 ohm/sq}", .missingUnit),
    ("{role: conductor}", "{role: conductor, sheetResistance: 8 ohm/sq}", .wrongKind),
    ("{role: conductor}", "{role: conductor, sheetResistance: 9 ohm/sq to 8 ohm/sq}", .outOfRange),
    ("{role: conductor}", "{role: conductor, zRatio: 0}", .outOfRange),
    ("{role: conductor}", "{role: conductor, purity: 101 %}", .outOfRange),
    ("{role: conductor}", "{role: conductor, attackedBy: [c60]}", .wrongKind),
    ("substrate: {material: glass}", "substrate: {material: gold}", .wrongKind),
    ("  middle:", "  substrate:", .invalidName),
    ("rate: 0.1 Å/s}", "rate: 0.1 Å/s, gas: Ar}", .unknownKey),
    ("kind: device", "kind: contact", .stackWithoutConductors),
  ])
  func defectsAreReported(original: String, variant: String, code: DiagnosticCode) throws {
    let error = #expect(throws: DiagnosticError.self) { try read(original, variant) }
    #expect(error?.diagnostics.first?.code == code)
    #expect(error?.diagnostics.first?.place?.heading.hasPrefix("t.yaml:") == true)
  }

  @Test func allDefectsOfAFileAreReportedAtOnce() throws {
    let text = try RecipeDiagnosticsTests.source("smallest.yaml").text
      .replacing("20 nm", with: "20").replacing("material: c60", with: "material: c61")
      .replacing("kind: device", with: "kind: devise")
    let error = #expect(throws: DiagnosticError.self) {
      try Recipe.read(SourceText(name: "t.yaml", text: text))
    }
    #expect(
      error?.diagnostics.map(\.code) == [.unknownMaterial, .missingUnit, .unknownChoice]
    )
  }
}

import FabDiagnostics
import FabRecipe
import FabUnits
import Testing

@Suite struct ShippedRecipeTests {
  @Test func flowOfThePaperProcess() throws {
    let flow = try RecipeFiles.shippedRecipe("pcu-mapbi3").flow
    let text = flow.levels.map { level in
      "\(level.index) \(level.name): \(level.films.map(\.text).joined(separator: " ")) "
        + "[\(level.components.map(\.text).joined(separator: " "))] "
        + "\(level.method.rawValue)\(level.isConductor ? " conductor" : "")"
    }
    #expect(
      text.joined(separator: "\n") == """
        0 FTO: fto [binary-memristor crossing diode multistate-memristor] subtractive conductor
        1 INS: ins [crossing] shadow-mask
        2 HTL: htl [diode multistate-memristor] shadow-mask
        3 PVK: pvk [binary-memristor diode multistate-memristor] shadow-mask
        4 ETL: c60 bcp [diode] shadow-mask
        5 AU: au [contact crossing diode multistate-memristor] shadow-mask conductor
        6 AG: ag [binary-memristor contact] shadow-mask conductor
        """
    )
  }

  @Test func flowOfAnotherDevice() throws {
    let flow = try RecipeFiles.shippedRecipe("pin-diode").flow
    #expect(
      flow.levels.map { "\($0.name) \($0.films.map(\.text))" } == [
        "ITO [\"anode\"]", "ACTIVE [\"hole-layer\", \"absorber\", \"electron-layer\"]",
        "METAL [\"adhesion\", \"cathode\"]",
      ]
    )
  }

  @Test func everyWarningOfThePaperProcessIsJustified() throws {
    let reading = try Recipe.read(RecipeFiles.source("pcu-mapbi3"))
    #expect(reading.warnings == [])
    #expect(
      reading.justified.map { "\($0.warning.code.rawValue): \($0.warning.summary)" } == [
        "vacuum-break: 'htl/plasma' takes place in another vessel between depositions: "
          + "the vacuum breaks after 'ins/deposit'",
        "hotter-than-film-bears: 'pvk/convert' reaches 180 °C; the film 'htl' of 'spiro-ttb' bears "
          + "146 °C (assumed)",
        "vacuum-break: 'pvk/convert' takes place in another vessel between depositions: "
          + "the vacuum breaks after 'pvk/deposit'",
        "solvent-attacks-film: 'pvk/rinse' uses 'ipa', which attacks the film 'pvk' of 'mapbi3'",
      ]
    )
  }

  @Test func theSecondRecipeHasNothingToJustify() throws {
    let reading = try Recipe.read(RecipeFiles.source("pin-diode"))
    #expect(reading.diagnostics == [])
  }
}

import FabProcess
import FabRecipe
import FabUnits
import Testing

@Suite struct CrossSectionTests {
  @Test func perovskiteGrowsByTheUnitCells() throws {
    let recipe = try PaperProcess.recipe()
    let film = try #require(recipe.film(named: FilmName("pvk")))
    let conversion = try #require(Conversion(of: film, in: recipe))
    #expect(conversion.thicknessAfter.value(in: .nanometre) == 495)
    #expect(!conversion.usesAssumption)
    // (619.98 / 4.16) / (461.01 / 6.16) = 1.9913…, the route over densities.
    let ratio = try #require(conversion.expansionByDensity)
    #expect(abs(ratio - (619.98 / 4.16) / (461.01 / 6.16)) < 1e-12)
    #expect((ratio * 100).rounded() == 199)
  }

  @Test func filmsWithoutConversionHaveNone() throws {
    let recipe = try PaperProcess.recipe()
    let film = try #require(recipe.film(named: FilmName("htl")))
    #expect(Conversion(of: film, in: recipe) == nil)
    #expect(film.finalThickness(in: recipe) == Length(6, .nanometre))
  }

  @Test func diodeStacksFromTheGlassUp() throws {
    let recipe = try PaperProcess.recipe()
    let diode = try #require(recipe.flow.component(named: ComponentName("diode")))
    let section = CrossSection(of: diode, in: recipe)
    #expect(
      section.bands.map { band in
        "\(band.film) \(band.material) \(band.bottom.text(in: .nanometre)) "
          + "\(band.top.text(in: .nanometre))\(band.isAssumption ? " assumed" : "")"
      } == [
        "fto fto 0 nm 500 nm assumed", "htl spiro-ttb 500 nm 506 nm",
        "pvk mapbi3 506 nm 1001 nm", "c60 c60 1001 nm 1024 nm", "bcp bcp 1024 nm 1032 nm",
        "au gold 1032 nm 1112 nm assumed",
      ]
    )
    #expect(section.height == Length(1112, .nanometre))
  }

  @Test func everyComponentHasASection() throws {
    let recipe = try PaperProcess.recipe()
    let report = CrossSectionReport(recipe)
    #expect(report.sections.map(\.component) == recipe.components.map(\.name.text))
    for (section, component) in zip(report.sections, recipe.components) {
      #expect(section.bands.map(\.film) == component.films.map(\.text))
      #expect(!section.bands.contains { $0.isUnknown })
    }
  }
}

import FabProcess
import FabRecipe
import FabUnits
import Testing

@Suite struct MaterialUseTests {
  private let wafer = Area(Double.pi * 50 * 50, .squareMillimetre)

  /// > Source: worked out by hand: 12.1 mg PbI2 and 4.17 mg MAI on an unmasked wafer of 100 mm.
  @Test func unmaskedWaferNeedsTheKnownMasses() throws {
    let use = MaterialUse(try PaperProcess.recipe(), unmaskedArea: wafer)
    let iodide = try #require(use.mass(of: FilmName("pvk"), .deposited)).value(in: .milligram)
    let vapour = try #require(use.mass(of: FilmName("pvk"), .reagent)).value(in: .milligram)
    let product = try #require(use.mass(of: FilmName("pvk"), .product)).value(in: .milligram)
    // pi * 25 cm2 * 250e-7 cm * 6.16 g/cm3 = 12.0951 mg.
    #expect(abs(iodide - Double.pi * 25 * 250e-7 * 6160) < 1e-9)
    #expect((iodide * 10).rounded() == 121)
    #expect((vapour * 100).rounded() == 417)
    #expect(abs(vapour - iodide * 158.97 / 461.01) < 1e-9)
    #expect(abs(product - iodide - vapour) < 1e-9)
  }

  @Test func masksLeaveTheirApertures() throws {
    let recipe = try PaperProcess.recipe()
    let apertures = [LevelName("PVK"): Area(545, .squareMillimetre)]
    let use = MaterialUse(recipe, apertures: apertures)
    let vapour = try #require(use.mass(of: FilmName("pvk"), .reagent)).value(in: .milligram)
    // Worked out by hand: 0.29 mg MAI behind masks of 5.45 cm2.
    #expect((vapour * 100).rounded() == 29)
    #expect(use.mass(of: FilmName("au"), .deposited) == .zero)
  }

  @Test func marksAssumptionsAndLeavesOutWhatTheGlassBrings() throws {
    let use = MaterialUse(try PaperProcess.recipe(), unmaskedArea: wafer)
    let assumed = use.films.filter(\.isAssumption).map(\.film.text)
    #expect(assumed == ["ins", "htl", "bcp", "au", "ag"])
    #expect(!use.films.contains { $0.film == FilmName("fto") })
    #expect(use.films.allSatisfy { $0.missing == nil })
    let leadIodide = try #require(use.films.first { $0.material.text == "pbi2" })
    #expect((leadIodide.area.value(in: .squareMillimetre) * 1000).rounded() == 7_853_982)
    #expect(((leadIodide.mass?.value(in: .milligram) ?? 0) * 1000).rounded() == 12_095)
  }
}

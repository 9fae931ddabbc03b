import FabDiagnostics
import FabRecipe
import Foundation
import Testing

@Suite struct WarningTests {
  /// The shipped process, its justifications replaced.
  private func read(justifications: String) throws -> RecipeReading {
    let text = try RecipeFiles.source("pcu-mapbi3").text
    let end = try #require(text.range(of: "justifications:\n"))
    let changed = String(text[..<end.lowerBound]) + justifications
    return try Recipe.read(SourceText(name: "t.yaml", text: changed))
  }

  @Test func withoutJustificationsThePaperProcessWarns() throws {
    let reading = try read(justifications: "")
    #expect(reading.justified == [])
    #expect(
      reading.warnings.map(\.code) == [
        .vacuumBreak, .hotterThanFilmBears, .vacuumBreak, .solventAttacksFilm,
      ]
    )
    #expect(reading.warnings.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    "step: pvk/anneal, film: htl", "step: pvk/convert", "step: pvk/convert, film: pvk",
    "step: pvk/convert-2, film: htl", "step: substrate/convert, film: htl",
  ])
  func aJustificationOfSomethingElseDoesNotCount(target: String) throws {
    let reading = try read(
      justifications: "justifications:\n"
        + "  - {warning: hotter-than-film-bears, \(target), because: x}\n"
    )
    #expect(reading.justified == [])
    #expect(reading.warnings.last?.code == .uselessJustification)
    #expect(reading.warnings.count == 5)
  }

  @Test func aJustifiedWarningGivesItsReason() throws {
    let reading = try read(
      justifications: "justifications:\n"
        + "  - {warning: hotter-than-film-bears, step: pvk/convert, film: htl, because: it works}\n"
    )
    #expect(reading.justified.map(\.because) == ["it works"])
    #expect(reading.justified.first?.diagnostic.severity == .note)
    #expect(reading.justified.first?.diagnostic.notes.last?.text == "justified: it works")
    #expect(reading.warnings.count == 3)
  }
}

import FabDiagnostics
import FabRecipe
import Foundation
import Testing

/// Each file under `Fixtures/bad` is the smallest recipe with one defect, named after its code.
@Suite struct RecipeDiagnosticsTests {
  /// The codes that a recipe can't give, with the reason.
  private static let foreign: Set<DiagnosticCode> = [
    // Recipes refer to components nowhere; floor plans do.
    .unknownComponent,
    // Made in the test below: a file of that size doesn't belong into a repository.
    .fileTooLarge,
  ]

  /// The codes of text files, quantities, names and recipes: all before those of floor plans.
  static let codes = DiagnosticCode.allCases.prefix { $0 != .offGrid }
    .filter { !foreign.contains($0) }

  /// Line and column of each defect, read off the files by hand.
  private static let places: [DiagnosticCode: String] = [
    .notUTF8: "2:10", .yamlSyntax: "26:53", .duplicateKey: "2:1", .tooManyNodes: "1:16",
    .unknownKey: "18:5", .missingKey: "1:1", .wrongKind: "17:16", .unknownFormat: "1:9",
    .missingUnit: "17:16", .unknownUnit: "17:16", .wrongDimension: "17:16", .notANumber: "17:16",
    .notFinite: "17:16", .outOfRange: "17:16", .unknownChoice: "7:15", .invalidName: "2:7",
    .duplicateName: "8:3", .unknownMaterial: "16:15", .unknownFilm: "26:42",
    .unknownLevel: "17:16", .repeatedFilm: "26:50", .stackWithoutConductors: "26:33",
    .contradictoryStacks: "27:33", .levelConflict: "23:16", .unusedFilm: "15:3",
    .unusedLevel: "26:3", .stepOrder: "19:9", .hotterThanFilmBears: "20:9",
    .solventAttacksFilm: "21:9", .vacuumBreak: "20:9", .rateOutsideSource: "19:9",
    .uselessJustification: "28:5",
  ]

  static func source(_ path: String) throws(any Error) -> SourceText {
    let url = RecipeFiles.tests.appendingPathComponent("Fixtures/\(path)")
    return try SourceText(name: path, bytes: Array(try Data(contentsOf: url)))
  }

  private static func diagnostics(of path: String) throws -> [Diagnostic] {
    do {
      return try Recipe.read(source(path)).diagnostics
    } catch let error as DiagnosticError {
      return error.diagnostics
    }
  }

  @Test func theSmallestRecipeIsClean() throws {
    #expect(try Self.diagnostics(of: "smallest.yaml") == [])
  }

  @Test(arguments: codes) func everyCodeHasAFileThatGivesItAlone(code: DiagnosticCode) throws {
    let path = "bad/\(code.rawValue).yaml"
    let diagnostics = try Self.diagnostics(of: path)
    #expect(diagnostics.map(\.code) == [code])
    let place = try #require(Self.places[code])
    #expect(diagnostics.first?.place?.heading == "\(path):\(place)")
  }

  @Test func everyFileIsNamedAfterACode() throws {
    let folder = RecipeFiles.tests.appendingPathComponent("Fixtures/bad").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(names) == Set(Self.codes.map { "\($0.rawValue).yaml" }))
  }

  @Test func refusesAFileThatIsTooLarge() {
    let error = #expect(throws: DiagnosticError.self) {
      try SourceText(name: "large.yaml", bytes: [UInt8](repeating: 0x20, count: 50_000_000))
    }
    #expect(error?.diagnostics.map(\.code) == [.fileTooLarge])
  }

  @Test(arguments: [
    (
      DiagnosticCode.unknownKey,
      "the film 'middle' has no key 'thikness'; did you mean 'thickness'?"
    ),
    (.unknownMaterial, "no material 'c70'; did you mean 'c60'?"),
    (.unknownFilm, "no film 'midle'; did you mean 'middle'?"),
    (.wrongDimension, "'thickness' is a length such as '250 nm'; found a time ('s')"),
    (
      .contradictoryStacks,
      "no order of deposition satisfies the stack of 'device' and the stack of 'other': "
        + "'bottom' before 'top' before 'bottom'"
    ),
    (
      .levelConflict,
      "the films 'bottom' and 'top' are both on the mask level 'M' but can't share a sheet: they are "
        + "electrodes, or patterned differently"
    ),
  ])
  func summariesSayWhatWasMeant(code: DiagnosticCode, summary: String) throws {
    let diagnostics = try Self.diagnostics(of: "bad/\(code.rawValue).yaml")
    #expect(diagnostics.first?.summary == summary)
  }

  @Test func contradictionNamesBothStacksWithTheirLines() throws {
    let diagnostic = try #require(
      try Self.diagnostics(of: "bad/contradictory-stacks.yaml").first
    )
    #expect(
      diagnostic.notes.map { "\($0.place?.heading ?? "") \($0.text)" } == [
        "bad/contradictory-stacks.yaml:27:33 the stack of 'device' has 'bottom' before 'top'",
        "bad/contradictory-stacks.yaml:26:32 the stack of 'other' has 'top' before 'bottom'",
      ]
    )
  }
}

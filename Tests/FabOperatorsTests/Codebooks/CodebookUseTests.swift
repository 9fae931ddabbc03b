import FabOperators
import Testing

@Suite struct CodebookUseTests {
  private static func codebook() -> Codebook {
    var identity = CodebookIdentity(name: "W1", source: .wafer)
    identity.recipeHash = "aabbcc"
    identity.layoutHash = "112233"
    identity.wafer = "W1"
    return Codebook(identity: identity, entries: [])
  }

  @Test func itsOwnUseIsTaken() throws {
    let use = CodebookUse(
      recipeHash: "aabb",
      layoutHash: "112233",
      wafer: "W1",
      temperatureKelvin: 298.4
    )
    #expect(try Self.codebook().check(for: use).isEmpty)
    #expect(try Self.codebook().check(for: CodebookUse()).isEmpty)
  }

  @Test(
    arguments: [
      (CodebookUse(recipeHash: "ddee"), CodebookMismatch.Subject.recipe),
      (CodebookUse(layoutHash: "1122334"), .layout), (CodebookUse(wafer: "W2"), .wafer),
      (CodebookUse(wafer: "W"), .wafer),
      (CodebookUse(wafer: CodebookIdentity.population), .wafer),
      (CodebookUse(temperatureKelvin: 308), .temperature),
      (CodebookUse(recipeHash: ""), .recipe),
    ]
  )
  func anotherProcessOrDieIsRefusedUnlessAllowed(
    use: CodebookUse,
    subject: CodebookMismatch.Subject
  ) throws {
    let codebook = Self.codebook()
    let error = #expect(throws: CodebookError.self) { try codebook.check(for: use) }
    guard case .mismatch(let mismatches) = error else {
      Issue.record("a codebook of another \(subject) was taken")
      return
    }
    #expect(mismatches.map(\.subject) == [subject])
    let others = Set(CodebookMismatch.Subject.allCases).subtracting([subject])
    #expect(throws: CodebookError.self) { try codebook.check(for: use, allowing: others) }
    let told = try codebook.check(for: use, allowing: [subject])
    #expect(told.map(\.subject) == [subject])
  }

  @Test func missingEntriesAreNamed() throws {
    let codebook = Codebook(
      identity: CodebookIdentity(name: "test", source: .bench),
      entries: [try CodebookFixture.entry(.vmm, units: 4)]
    )
    #expect(throws: CodebookError.noEntry(operator: .softplus)) { try codebook.curve(.softplus) }
    #expect(throws: CodebookError.noEntry(operator: .vmm)) { try codebook.surface(.vmm) }
    #expect(throws: CodebookError.noEntry(operator: .softmax)) { try codebook.softmax(.softmax) }
    #expect(throws: Never.self) { try codebook.weights() }
  }
}

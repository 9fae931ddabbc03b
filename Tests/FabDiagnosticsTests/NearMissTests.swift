import FabDiagnostics
import Testing

@Suite struct NearMissTests {
  @Test(arguments: [
    ("thikness", ["material", "thickness", "rate"], ["thickness"]),
    ("spiro-tbt", ["spiro-ttb", "c60"], ["spiro-ttb"]),
    ("THICKNESS", ["thickness"], ["thickness"]),
    ("mat", ["material", "rate"], ["material"]),
    ("zzz", ["material", "thickness"], []),
    ("at", ["ab", "aa"], ["aa", "ab"]),
  ])
  func findsWhatWasMeant(name: String, known: [String], expected: [String]) {
    #expect(NearMiss.matches(for: name, among: known) == expected)
  }

  @Test func namesAtMostThree() {
    #expect(NearMiss.matches(for: "aa", among: ["ab", "ac", "ad", "ae"]).count == 3)
  }
}

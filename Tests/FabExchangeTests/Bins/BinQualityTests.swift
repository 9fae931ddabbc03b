import FabExchange
import Testing

@Suite struct BinQualityTests {
  @Test func qualitiesAreSpelledAsInE142() {
    #expect(BinQuality.allCases.map(\.rawValue) == ["Pass", "Fail", "Skip"])
  }
}

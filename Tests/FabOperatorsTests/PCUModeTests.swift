import FabOperators
import Testing

@Suite struct PCUModeTests {
  @Test func namesAreStable() {
    #expect(
      PCUMode.allCases.map(\.rawValue) == ["synapse", "logarithmic", "softplus", "sigmoid", "off"]
    )
  }
}

import FabDevices
import FabOperators
import Testing

@Suite struct MemristorStressTests {
  @Test func softplusWritesM1AtItsTop() throws {
    let stress = try #require(try OperatorName.softplus.memristorStress(on: PCUDevices()).first)
    #expect(stress.device == .multistate)
    // About 45 µA through 10 kohm, above the threshold of 0.3 V.
    #expect(stress.voltage > 0.4 && stress.voltage < 0.46)
    let change = try #require(stress.relativeChange)
    let expected = MultistateParameters.nominal.logChange(
      voltage: stress.voltage,
      width: MultistateParameters.nominal.nominalWidth
    )
    #expect(abs(change / expected - 1) < 0.01)
  }

  @Test func aSigmoidMaySetM2() throws {
    let stress = try #require(try OperatorName.sigmoid.memristorStress(on: PCUDevices()).first)
    #expect(stress.device == .binary)
    #expect(abs(stress.limit - 0.3) < 1e-12)
    #expect(stress.voltage > stress.limit)
  }

  @Test func readingsBelowEveryThresholdAreHarmless() throws {
    for name in [OperatorName.vmm, .divider, .multiplier, .softmax] {
      #expect(try name.memristorStress(on: PCUDevices()).isEmpty)
    }
  }
}

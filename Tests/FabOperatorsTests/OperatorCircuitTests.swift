import FabCircuit
import FabDevices
import FabOperators
import Testing

/// The closed forms of the studies against the general solver on the drawn bench.
@Suite struct OperatorCircuitTests {
  private static func unit(_ name: OperatorName, seed: UInt64) throws -> OperatorUnit {
    try UnitPopulation(
      placements: [.bench(count: name.modes.count, law: .matched)],
      law: .matched,
      seed: seed
    )
    .unit(0)
  }

  @Test(arguments: OperatorName.allCases) func closedFormsAgreeWithTheSolver(
    name: OperatorName
  )
    throws
  {
    for seed in 1...5 {
      let circuit = try name.circuit(of: Self.unit(name, seed: UInt64(seed)))
      let (outputs, deviation) = try circuit.check()
      // What the closed forms leave out: D2 beside M2's filament beyond its small signal, the series resistance of
      // the reversed D2 beside M2's high state; both below a millionth.
      #expect(deviation < 1e-6, "\(name): \(outputs) against \(circuit.expected)")
    }
  }

  @Test func aFiniteGainOfTheAmplifiersShows() throws {
    let unit = try Self.unit(.multiplier, seed: 1)
    let ideal = try OperatorName.multiplier.circuit(of: unit)
    let real = try OperatorName.multiplier.circuit(
      of: unit,
      amplifier: OperationalAmplifier(gain: 1e3)
    )
    let deviation = try real.check().deviation
    #expect(deviation > 1e-4 && deviation < 0.05)
    let offset = try OperatorName.multiplier.circuit(
      of: unit,
      amplifier: OperationalAmplifier(offsetVoltage: 1e-3)
    )
    // Operands off by 1 mV of 0.7 and 0.3 V, and 1 mV over 51 mV for each logarithm and the output.
    let changed = try offset.check().outputs[0] / ideal.check().outputs[0] - 1
    #expect(abs(changed) > 0.005 && abs(changed) < 0.08)
  }

  @Test func aBenchNeedsItsUnits() throws {
    let unit = try Self.unit(.exponential, seed: 1)
    #expect(throws: OperatorError.tooFewUnits(operator: .softmax, needed: 7, found: 1)) {
      try OperatorName.softmax.circuit(of: unit)
    }
  }
}

import FabCircuit
import FabDevices
import FabNumerics
import FabUnits
import Foundation
import Testing

@Suite struct TransientTests {
  private static let (ohms, farads) = (1000.0, 1e-6)

  /// A capacitor of 1 uF behind 1 kohm: one millisecond.
  private func lowPass(volts: Double) -> (circuit: Circuit, output: CircuitNode) {
    var circuit = Circuit()
    let (input, output) = (circuit.node("in"), circuit.node("out"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: volts))
    circuit.add("R1", .resistor(from: input, to: output, ohms: Self.ohms))
    circuit.add("C1", .capacitor(from: output, to: .ground, farads: Self.farads))
    return (circuit, output)
  }

  /// The error after one time constant, with `1000 / steps` us a step.
  private func error(_ rule: IntegrationRule, steps: Int) throws -> Double {
    let (circuit, output) = lowPass(volts: 1)
    let solver = try TransientSolver(circuit, rule: rule)
    try solver.start(from: ["C1": 0])
    for _ in 0..<steps { try solver.advance(by: 1e-3 / Double(steps)) }
    #expect(abs(solver.time - 1e-3) < 1e-15)
    return solver.solution().voltage(output) - (1 - exp(-1))
  }

  /// Backward Euler gives `1 - (1 + h)^-n` exactly; its error halves with the step.
  @Test func backwardEulerIsOfFirstOrder() throws {
    let coarse = try error(.backwardEuler, steps: 100)
    #expect(abs(coarse - (exp(-1) - pow(1.01, -100))) < 1e-12)
    #expect(abs(coarse / (try error(.backwardEuler, steps: 200)) - 2) < 0.02)
  }

  /// The trapezoidal rule's error falls with the square of the step.
  @Test func trapezoidalRuleIsOfSecondOrder() throws {
    // Its first step knows the rate at the start: current through the resistor over the capacitance is 1 V/ms.
    let (circuit, output) = lowPass(volts: 0)
    func error(_ steps: Int) throws -> Double {
      let solver = try TransientSolver(circuit, rule: .trapezoidal)
      let source = try solver.values.index(ofElement: "V1")
      try solver.startAtRest()
      // A ramp of 1 V/ms has no jump: V - tau (1 - exp(-t/tau)).
      for step in 1...steps {
        try solver.values.setVoltage(Double(step) / Double(steps), ofElement: source)
        try solver.advance(by: 1e-3 / Double(steps))
      }
      return solver.solution().voltage(output) - exp(-1)
    }
    let coarse = try error(100)
    #expect(abs(coarse) < 1e-5)
    #expect(abs(coarse / (try error(200)) - 4) < 0.05)
  }

  @Test(arguments: IntegrationRule.allCases)
  func controlledStepsFollowAStep(rule: IntegrationRule) throws {
    let (circuit, output) = lowPass(volts: 0)
    let corners = [(0, 0), (1e-3, 0), (1e-3, 2), (6e-3, 2)]
      .map {
        SourceWaveform.Corner(time: $0.0, value: $0.1)
      }
    var run = TransientRun(
      circuit,
      waveforms: ["V1": SourceWaveform(corners)],
      rule: rule,
      longestStep: 1e-3,
      stepTolerance: 1e-5
    )
    var generator = Xoshiro256(seed: 1)
    var (worst, count) = (0.0, 0)
    try run.play(until: 6e-3, using: &generator) { solver, _ in
      let late = max(0, solver.time - 1e-3)
      worst = max(worst, abs(solver.solution().voltage(output) - 2 * (1 - exp(-late / 1e-3))))
      count += 1
    }
    // The errors of the steps add up.
    #expect(worst < 2e-3)
    #expect(count > 50)
    #expect(count < 2500)
  }

  /// A follower with a bandwidth of 1 MHz follows a step by `1 - exp(-2 pi GBW t)`; finite gain changes pole and end.
  @Test(arguments: [nil, 1000.0])
  func followerHasItsBandwidth(gain: Double?) throws {
    let bandwidth = 1e6
    var circuit = Circuit()
    let (input, output) = (circuit.node("in"), circuit.node("out"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 0))
    circuit.add("RL", .resistor(from: output, to: .ground, ohms: 1e4))
    circuit.add(
      "A1",
      .operationalAmplifier(
        output: output,
        plus: input,
        minus: output,
        model: OperationalAmplifier(gain: gain, gainBandwidth: bandwidth)
      )
    )
    let solver = try TransientSolver(circuit)
    let source = try solver.values.index(ofElement: "V1")
    try solver.startAtRest()
    try solver.values.setVoltage(1, ofElement: source)
    let loop = 1 + 1 / (gain ?? .infinity)
    for index in 0..<4000 {
      try solver.advance(by: 2.5e-10, isAfterJump: index == 0)
      if index % 100 == 99 {
        let expected = (1 - exp(-2 * Double.pi * bandwidth * loop * solver.time)) / loop
        #expect(abs(solver.solution().voltage(output) - expected) < 2e-6)
      }
    }
    // The end is that of the operating point.
    #expect(abs(solver.solution().voltage(output) - (1 - exp(-2 * Double.pi)) / loop) < 1e-2)
  }

  @Test func refusesStepsThatGoNowhere() throws {
    let (circuit, _) = lowPass(volts: 1)
    let solver = try TransientSolver(circuit)
    try solver.startAtRest()
    for step in [0, -1e-9, .nan, .infinity] {
      #expect(throws: CircuitError.self) { try solver.advance(by: step) }
    }
    #expect(throws: CircuitError.self) { try solver.start(from: ["R1": 1]) }
    #expect(throws: CircuitError.self) { try solver.start(from: ["C1": .nan]) }
  }

  /// A node behind a capacitor has no operating point, but moves.
  @Test func couplesThroughACapacitor() throws {
    var circuit = Circuit()
    let (input, output) = (circuit.node("in"), circuit.node("out"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 1))
    circuit.add("C1", .capacitor(from: input, to: output, farads: 1e-9))
    circuit.add("C2", .capacitor(from: output, to: .ground, farads: 3e-9))
    let solver = try TransientSolver(circuit)
    #expect(throws: CircuitError.floatingNodes(["out"])) { try solver.startAtRest() }
    try solver.start(from: [:])
    try solver.advance(by: 1e-6, isAfterJump: true)
    #expect(abs(solver.solution().voltage(output) - 0.25) < 1e-14)
  }
}

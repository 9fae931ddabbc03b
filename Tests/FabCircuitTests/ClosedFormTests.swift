import FabCircuit
import FabDevices
import FabNumerics
import Foundation
import Testing

/// Circuits whose voltages and currents have closed forms.
@Suite struct ClosedFormTests {
  static func diode(
    series: Double = 100,
    shunt: Double = .infinity,
    current: Double = 1e-9
  ) throws -> DiodeModel {
    try DiodeModel(
      DiodeParameters(
        saturationCurrent: current,
        ideality: 2,
        seriesResistance: series,
        shuntResistance: shunt
      )
    )
  }

  @Test func dividesAVoltage() throws {
    var circuit = Circuit()
    let (input, middle) = (circuit.node("in"), circuit.node("middle"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 3))
    circuit.add("R1", .resistor(from: input, to: middle, ohms: 1000))
    circuit.add("R2", .resistor(from: middle, to: .ground, ohms: 2000))
    let solution = try OperatingPointSolver(circuit).solve()
    #expect(abs(solution.voltage(middle) - 2) < 1e-14)
    #expect(abs(try #require(solution.current(of: "R1")) - 1e-3) < 1e-17)
    // The source drives its current out of its positive node: through itself it runs the other way.
    #expect(abs(try #require(solution.current(of: "V1")) + 1e-3) < 1e-17)
    #expect(solution.voltage(of: "nowhere") == nil)
    #expect(solution.method == .newton)
  }

  /// `I = (a/R) omega((V + R I0)/a - ln(a/(R I0))) - I0`, with the diode's own series resistance in `R`.
  @Test(arguments: [-2.0, -0.01, 0, 0.01, 0.3, 1, 5, 50])
  func seriesDiodeFollowsTheOmegaFunction(volts: Double) throws {
    let (ohms, series) = (10_000.0, 100.0)
    let model = try Self.diode(series: series)
    var circuit = Circuit()
    let (input, anode) = (circuit.node("in"), circuit.node("anode"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: volts))
    circuit.add("R1", .resistor(from: input, to: anode, ohms: ohms))
    circuit.add("D1", .diode(anode: anode, cathode: .ground, model: model))
    let current = try #require(try OperatingPointSolver(circuit).solve().current(of: "D1"))
    let (saturation, slope) = (model.saturationCurrent, model.slopeVoltage)
    let total = ohms + series
    let omega = wrightOmega(
      (volts + total * saturation) / slope - log(slope / (total * saturation))
    )
    let expected = slope / total * omega - saturation
    #expect(abs(current - expected) <= 1e-11 * abs(expected) + 1e-20)
  }

  @Test func invertsWithAnIdealAmplifier() throws {
    var circuit = Circuit()
    let (input, minus, output) = (circuit.node("in"), circuit.node("minus"), circuit.node("out"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 0.3))
    circuit.add("R1", .resistor(from: input, to: minus, ohms: 1000))
    circuit.add("R2", .resistor(from: minus, to: output, ohms: 4700))
    circuit.add(
      "A1",
      .operationalAmplifier(output: output, plus: .ground, minus: minus, model: .ideal)
    )
    let solution = try OperatingPointSolver(circuit).solve()
    #expect(abs(solution.voltage(output) + 1.41) < 1e-14)
    #expect(abs(solution.voltage(minus)) < 1e-16)
    // The amplifier sinks what comes through the resistors.
    #expect(abs(try #require(solution.current(of: "A1")) - 0.3e-3) < 1e-17)
  }

  /// `Vout = -(R2/R1) V / (1 + (1 + R2/R1)/A)`, the offset times the noise gain over the same.
  @Test func finiteGainAndOffsetShiftTheOutput() throws {
    let (gain, offset, ratio, volts) = (1e4, 2e-3, 4.7, 0.3)
    var circuit = Circuit()
    let (input, minus, output) = (circuit.node("in"), circuit.node("minus"), circuit.node("out"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: volts))
    circuit.add("R1", .resistor(from: input, to: minus, ohms: 1000))
    circuit.add("R2", .resistor(from: minus, to: output, ohms: 1000 * ratio))
    let model = OperationalAmplifier(gain: gain, offsetVoltage: offset)
    circuit.add(
      "A1",
      .operationalAmplifier(output: output, plus: .ground, minus: minus, model: model)
    )
    let solution = try OperatingPointSolver(circuit).solve()
    let expected = (-ratio * volts + (1 + ratio) * offset) / (1 + (1 + ratio) / gain)
    #expect(abs(solution.voltage(output) - expected) < 1e-13)
  }

  @Test func sums() throws {
    var circuit = Circuit()
    let (one, two, output) = (circuit.node("one"), circuit.node("two"), circuit.node("out"))
    circuit.add("V1", .voltageSource(positive: one, negative: .ground, volts: 0.4))
    circuit.add("V2", .voltageSource(positive: two, negative: .ground, volts: -0.7))
    circuit.add(
      "S1",
      .summer(
        positive: output,
        negative: two,
        offset: 0.05,
        terms: [SummerTerm(plus: one, gain: 2), SummerTerm(plus: one, minus: two, gain: -0.5)]
      )
    )
    circuit.add("R1", .resistor(from: output, to: .ground, ohms: 50))
    let solution = try OperatingPointSolver(circuit).solve()
    // -0.7 + 0.05 + 2 * 0.4 - 0.5 * (0.4 + 0.7)
    #expect(abs(solution.voltage(output) + 0.4) < 1e-15)
  }

  @Test func currentSourceDrivesIntoItsSecondNode() throws {
    var circuit = Circuit()
    let node = circuit.node("n")
    circuit.add("I1", .currentSource(from: .ground, to: node, amperes: 2e-6))
    circuit.add("R1", .resistor(from: node, to: .ground, ohms: 1e6))
    #expect(abs(try OperatingPointSolver(circuit).solve().voltage(node) - 2) < 1e-14)
  }

  @Test func aSweepStartsWhereItWas() throws {
    let model = try Self.diode()
    var circuit = Circuit()
    let anode = circuit.node("anode")
    circuit.add("V1", .voltageSource(positive: anode, negative: .ground, volts: 0))
    circuit.add("D1", .diode(anode: anode, cathode: .ground, model: model))
    let sweep = DCSweep(of: "V1", from: -1, through: 2, count: 61)
    let solutions = try sweep.solutions(of: circuit)
    for (value, solution) in zip(sweep.values, solutions) {
      let current = try #require(solution.current(of: "D1"))
      #expect(abs(current - model.current(at: value)) <= 1e-12 * abs(current))
    }
    #expect(throws: CircuitError.wrongKind(element: "D1", expected: "a source")) {
      try DCSweep(of: "D1", values: [1]).solutions(of: circuit)
    }
  }

  @Test func groundAloneIsSolved() throws {
    let solution = try OperatingPointSolver(Circuit()).solve()
    #expect(solution.nodeVoltages == [0])
  }
}

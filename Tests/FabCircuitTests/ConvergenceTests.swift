import FabCircuit
import FabDevices
import FabNumerics
import Foundation
import Testing

/// Circuits that are hard for Newton's iteration.
@Suite struct ConvergenceTests {
  /// Five volts on the bare junction: 2.6e33 A by its law.
  @Test func diodeAtFiveVoltsWithoutSeriesResistance() throws {
    let model = try ClosedFormTests.diode(series: 0)
    var circuit = Circuit()
    let anode = circuit.node("anode")
    circuit.add("V1", .voltageSource(positive: anode, negative: .ground, volts: 5))
    circuit.add("D1", .diode(anode: anode, cathode: .ground, model: model))
    let solution = try OperatingPointSolver(circuit).solve()
    let current = try #require(solution.current(of: "D1"))
    #expect(abs(current / model.current(at: 5) - 1) < 1e-12)
    #expect(current > 1e30)
    #expect(abs(try #require(solution.current(of: "V1")) / current + 1) < 1e-12)
  }

  /// `I = I0 tanh(V/2a)`.
  @Test(arguments: [0.01, 0.1, 0.35, 1, 5, -5, 25])
  func backToBackDiodes(volts: Double) throws {
    let model = try ClosedFormTests.diode(series: 0)
    var circuit = Circuit()
    let (input, middle) = (circuit.node("in"), circuit.node("middle"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: volts))
    circuit.add("D1", .diode(anode: input, cathode: middle, model: model))
    circuit.add("D2", .diode(anode: .ground, cathode: middle, model: model))
    let solution = try OperatingPointSolver(circuit).solve()
    let expected = model.saturationCurrent * tanh(volts / (2 * model.slopeVoltage))
    let current = try #require(solution.current(of: "D1"))
    #expect(abs(current / expected - 1) < 1e-11)
    #expect(solution.method == .newton)
  }

  /// Every diode of a chain carries the same current, and its law says which.
  @Test(arguments: [1.0, 30, 200])
  func ladderOfAHundredDiodes(volts: Double) throws {
    let model = try ClosedFormTests.diode(series: 10)
    var circuit = Circuit()
    var last = circuit.node("in")
    circuit.add("V1", .voltageSource(positive: last, negative: .ground, volts: volts))
    for index in 1...100 {
      let next = index == 100 ? .ground : circuit.node("n\(index)")
      circuit.add("D\(index)", .diode(anode: last, cathode: next, model: model))
      last = next
    }
    let solution = try OperatingPointSolver(circuit).solve()
    let expected = model.current(at: volts / 100)
    for index in 1...100 {
      let current = try #require(solution.current(of: "D\(index)"))
      #expect(abs(current / expected - 1) < 1e-9)
    }
  }

  /// A ladder with a resistor to ground at every rung: every rung has another current.
  @Test func loadedLadderOfAHundredDiodes() throws {
    let model = try ClosedFormTests.diode(series: 0)
    var circuit = Circuit()
    var last = circuit.node("in")
    circuit.add("V1", .voltageSource(positive: last, negative: .ground, volts: 100))
    for index in 1...100 {
      let next = circuit.node("n\(index)")
      circuit.add("D\(index)", .diode(anode: last, cathode: next, model: model))
      circuit.add("R\(index)", .resistor(from: next, to: .ground, ohms: 1e5))
      last = next
    }
    let solution = try OperatingPointSolver(circuit).solve()
    // From the end to the front, each diode's voltage follows from its current.
    var voltage = try #require(solution.voltage(of: "n100"))
    var current = 0.0
    for _ in 1...100 {
      current += voltage / 1e5
      voltage += try #require(model.voltage(at: current))
    }
    #expect(abs(voltage / 100 - 1) < 1e-9)
  }

  /// Warm starts from the far ends of a diode's range.
  @Test func jumpsBetweenExtremes() throws {
    let model = try ClosedFormTests.diode(series: 0)
    var circuit = Circuit()
    let (input, anode) = (circuit.node("in"), circuit.node("anode"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 0))
    circuit.add("R1", .resistor(from: input, to: anode, ohms: 1000))
    circuit.add("D1", .diode(anode: anode, cathode: .ground, model: model))
    let solver = try OperatingPointSolver(circuit)
    let source = try solver.index(ofElement: "V1")
    var generator = Xoshiro256(seed: 41)
    for _ in 0..<500 {
      let volts = 400 * (generator.uniformDeviate() - 0.5)
      try solver.setVoltage(volts, ofElement: source)
      let solution = try solver.solve()
      let across = solution.voltage(anode)
      let balance = (volts - across) / 1000 - model.current(at: across)
      #expect(abs(balance) <= 1e-9 * abs(volts / 1000) + 1e-18)
    }
  }

  /// Logarithmic amplifiers set a diode's current: the voltage is there at once.
  @Test(arguments: [1e-8, 2e-6, 1e-3, 1])
  func feedbackDiodes(amperes: Double) throws {
    let model = try ClosedFormTests.diode(shunt: 1e12)
    var circuit = Circuit()
    let (minus, output) = (circuit.node("minus"), circuit.node("out"))
    circuit.add("I1", .currentSource(from: .ground, to: minus, amperes: amperes))
    circuit.add("D1", .diode(anode: minus, cathode: output, model: model))
    circuit.add(
      "A1",
      .operationalAmplifier(output: output, plus: .ground, minus: minus, model: .ideal)
    )
    let solution = try OperatingPointSolver(circuit).solve()
    let expected = -(try #require(model.voltage(at: amperes)))
    #expect(abs(solution.voltage(output) / expected - 1) < 1e-12)
    #expect(solution.iterations <= 20)
    #expect(solution.method == .newton)
  }

  /// Bridges of diodes with random resistors, sources up to 100 V.
  @Test(arguments: 1...20)
  func randomNetworksOfDiodes(seed: UInt64) throws {
    var generator = Xoshiro256(seed: seed, key: [7])
    let models = [
      try ClosedFormTests.diode(series: 0), try ClosedFormTests.diode(series: 100, shunt: 1e9),
      try ClosedFormTests.diode(series: 10, current: 1e-14),
    ]
    var circuit = Circuit()
    let nodes = [CircuitNode.ground] + (1...30).map { circuit.node("n\($0)") }
    for index in 1...30 {
      let ohms = [10.0, 1e3, 1e6][Int(generator.next(upperBound: UInt64(3)))]
      let other = nodes[Int(generator.next(upperBound: UInt64(index)))]
      circuit.add("R\(index)", .resistor(from: nodes[index], to: other, ohms: ohms))
      let (one, two) = (
        Int(generator.next(upperBound: UInt64(31))), Int(generator.next(upperBound: UInt64(31)))
      )
      circuit.add(
        "D\(index)",
        .diode(anode: nodes[one], cathode: nodes[two], model: models[index % 3])
      )
    }
    let volts = 200 * (generator.uniformDeviate() - 0.5)
    circuit.add("V1", .voltageSource(positive: nodes[1], negative: .ground, volts: volts))
    circuit.add(
      "I1",
      .currentSource(from: .ground, to: nodes[20], amperes: generator.uniformDeviate())
    )
    // The solver's own check would throw; that it converges is the point.
    let solution = try OperatingPointSolver(circuit).solve()
    #expect(solution.iterations < 600)
  }
}

import FabCircuit
import FabDevices
import FabDiagnostics
import Testing

/// Every circuit that can't be solved says why, with names.
@Suite struct CircuitErrorTests {
  private func error(
    _ build: (inout Circuit) -> Void
  ) -> CircuitError? {
    var circuit = Circuit()
    build(&circuit)
    do {
      _ = try OperatingPointSolver(circuit).solve()
      return nil
    } catch {
      return error
    }
  }

  @Test func namesNodesWithoutAPathToGround() {
    let found = error { circuit in
      let (input, open, far) = (circuit.node("in"), circuit.node("open"), circuit.node("far"))
      circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 1))
      circuit.add("C1", .capacitor(from: input, to: open, farads: 1e-9))
      circuit.add("I1", .currentSource(from: .ground, to: far, amperes: 1e-6))
      circuit.add("R1", .resistor(from: open, to: far, ohms: 50))
      // An amplifier's inputs carry no current.
      circuit.add("A1", .operationalAmplifier(output: input, plus: open, minus: far, model: .ideal))
    }
    #expect(found == .floatingNodes(["open", "far"]))
    #expect(found?.diagnostic.code == .circuitFloating)
    #expect(
      found?.diagnostic.summary
        == "no conducting path leads from nodes 'open', 'far' to ground"
    )
  }

  @Test func namesANodeThatNothingTouches() {
    #expect(error { _ = $0.node("alone") } == .floatingNodes(["alone"]))
  }

  @Test func namesLoopsOfIdealSources() {
    let found = error { circuit in
      let (one, two) = (circuit.node("one"), circuit.node("two"))
      circuit.add("V1", .voltageSource(positive: one, negative: .ground, volts: 1))
      circuit.add("R1", .resistor(from: one, to: two, ohms: 50))
      circuit.add("V2", .voltageSource(positive: one, negative: two, volts: 1))
      circuit.add("S1", .summer(positive: two, negative: .ground, offset: 0, terms: []))
    }
    #expect(found == .sourceLoop(elements: ["V2", "V1", "S1"]))
    #expect(found?.diagnostic.code == .circuitSingular)
    let short = error { circuit in
      let node = circuit.node("n")
      circuit.add("R1", .resistor(from: node, to: .ground, ohms: 50))
      circuit.add("V1", .voltageSource(positive: node, negative: node, volts: 0))
    }
    #expect(short == .sourceLoop(elements: ["V1"]))
  }

  /// An amplifier whose output doesn't reach its inputs can't make them equal.
  @Test func namesWhatNothingDetermines() {
    let found = error { circuit in
      let (input, output) = (circuit.node("in"), circuit.node("out"))
      circuit.add("R1", .resistor(from: input, to: .ground, ohms: 50))
      circuit.add("R2", .resistor(from: output, to: .ground, ohms: 50))
      circuit.add(
        "A1",
        .operationalAmplifier(output: output, plus: input, minus: .ground, model: .ideal)
      )
    }
    guard case .singular(let unknown) = found else {
      Issue.record("expected a singular matrix, found \(String(describing: found))")
      return
    }
    #expect([.current(element: "A1"), .voltage(node: "out")].contains(unknown))
    #expect(found?.diagnostic.code == .circuitSingular)
  }

  /// A loop of gain one: singular in its numbers, not in its pattern.
  @Test func namesWhatNumbersDontDetermine() {
    let found = error { circuit in
      let (one, two) = (circuit.node("one"), circuit.node("two"))
      circuit.add("R1", .resistor(from: one, to: .ground, ohms: 50))
      circuit.add("R2", .resistor(from: two, to: .ground, ohms: 50))
      circuit.add(
        "S1",
        .summer(
          positive: one,
          negative: .ground,
          offset: 1,
          terms: [SummerTerm(plus: two, gain: 1)]
        )
      )
      circuit.add(
        "S2",
        .summer(
          positive: two,
          negative: .ground,
          offset: 0,
          terms: [SummerTerm(plus: one, gain: 1)]
        )
      )
    }
    guard case .singular = found else {
      Issue.record("expected a singular matrix, found \(String(describing: found))")
      return
    }
  }

  /// A reversed diode without shunt carries its saturation current, no more.
  @Test func saysWhereItDoesNotConverge() throws {
    let model = try ClosedFormTests.diode(series: 0)
    let found = error { circuit in
      let node = circuit.node("n")
      circuit.add("D1", .diode(anode: .ground, cathode: node, model: model))
      circuit.add("I1", .currentSource(from: .ground, to: node, amperes: 1e-3))
    }
    switch found {
    case .notConverged(let node, _, let residual, let iterations):
      #expect(node == "n")
      #expect(residual > 0.9e-3)
      #expect(iterations > 10)
    case .singular(let unknown): #expect(unknown == .voltage(node: "n"))
    default: Issue.record("expected no solution, found \(String(describing: found))")
    }
  }

  @Test(arguments: [0, -50, .nan, .infinity, Double.leastNonzeroMagnitude])
  func refusesNonsenseOhms(ohms: Double) {
    let found = error { circuit in
      let node = circuit.node("n")
      circuit.add("R1", .resistor(from: node, to: .ground, ohms: ohms))
    }
    guard case .badValue("R1", .resistance, let value, "finite and above 0") = found else {
      Issue.record("expected a bad value, found \(String(describing: found))")
      return
    }
    #expect(value == ohms || (value.isNaN && ohms.isNaN))
    #expect(found?.diagnostic.code == .circuitValue)
  }

  @Test func refusesOtherNonsense() {
    let nonsense: [(CircuitQuantity, (CircuitNode) -> CircuitElement.Kind)] = [
      (.capacitance, { .capacitor(from: $0, to: .ground, farads: -1e-12) }),
      (.voltage, { .voltageSource(positive: $0, negative: .ground, volts: .nan) }),
      (.current, { .currentSource(from: $0, to: .ground, amperes: .infinity) }),
      (.voltage, { .summer(positive: $0, negative: .ground, offset: .nan, terms: []) }),
      (
        .gain,
        {
          .summer(
            positive: $0,
            negative: .ground,
            offset: 0,
            terms: [SummerTerm(plus: $0, gain: .infinity)]
          )
        }
      ),
      (
        .gain,
        {
          .operationalAmplifier(
            output: $0,
            plus: .ground,
            minus: $0,
            model: OperationalAmplifier(gain: .infinity)
          )
        }
      ),
      (
        .voltage,
        {
          .operationalAmplifier(
            output: $0,
            plus: .ground,
            minus: $0,
            model: OperationalAmplifier(offsetVoltage: .nan)
          )
        }
      ),
      (
        .bandwidth,
        {
          .operationalAmplifier(
            output: $0,
            plus: .ground,
            minus: $0,
            model: OperationalAmplifier(gainBandwidth: .infinity)
          )
        }
      ),
    ]
    for (quantity, kind) in nonsense {
      let found = error { circuit in
        let node = circuit.node("n")
        circuit.add("R1", .resistor(from: node, to: .ground, ohms: 50))
        circuit.add("X1", kind(node))
      }
      guard case .badValue("X1", quantity, _, _) = found else {
        Issue.record("expected a bad \(quantity), found \(String(describing: found))")
        continue
      }
    }
  }

  @Test func refusesNodesOfAnotherCircuit() {
    var other = Circuit()
    _ = other.node("a")
    let foreign = other.node("b")
    let found = error { $0.add("R1", .resistor(from: foreign, to: .ground, ohms: 50)) }
    #expect(found == .foreignNode(element: "R1", index: 2, count: 1))
    #expect(found?.diagnostic.code == .circuitStructure)
  }

  @Test func refusesNonsenseBetweenSolves() throws {
    var circuit = Circuit()
    let node = circuit.node("n")
    circuit.add("R1", .resistor(from: node, to: .ground, ohms: 50))
    circuit.add("I1", .currentSource(from: .ground, to: node, amperes: 1))
    let solver = try OperatingPointSolver(circuit)
    let resistor = try solver.index(ofElement: "R1")
    #expect(throws: CircuitError.self) { try solver.setResistance(0, ofElement: resistor) }
    #expect(throws: CircuitError.self) { try solver.setResistance(.nan, ofElement: resistor) }
    #expect(throws: CircuitError.wrongKind(element: "R1", expected: "a voltage source")) {
      try solver.setVoltage(1, ofElement: resistor)
    }
    #expect(throws: CircuitError.unknownElement(name: "R2", known: ["R1", "I1"])) {
      try solver.index(ofElement: "R2")
    }
    try solver.setResistance(20, ofElement: resistor)
    try solver.run()
    #expect(abs(solver.voltage(node) - 20) < 1e-14)
  }

  /// No currents balance better than a negative bound: the check at the end is alive.
  @Test func refusesSolutionsWhoseCurrentsDontBalance() throws {
    var options = SolverOptions()
    options.absoluteResidual = -1e-9
    var circuit = Circuit()
    let anode = circuit.node("anode")
    circuit.add("R1", .resistor(from: anode, to: .ground, ohms: 1e6))
    circuit.add("I1", .currentSource(from: .ground, to: anode, amperes: 1e-6))
    do {
      let solution = try OperatingPointSolver(circuit, options: options).solve()
      Issue.record("no solution is that good: \(solution.nodeVoltages)")
    } catch .currentsDontBalance(let node, let residual, let bound) {
      #expect(node == "anode")
      #expect(residual > bound)
    }
  }

  /// Few steps with a wide tolerance don't suffice: the currents decide, not the step alone.
  @Test func aSmallStepAloneIsNoSolution() throws {
    var options = SolverOptions()
    options.voltageTolerance = 1
    var circuit = Circuit()
    let (input, anode) = (circuit.node("in"), circuit.node("anode"))
    let model = try ClosedFormTests.diode()
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 0.5))
    circuit.add("R1", .resistor(from: input, to: anode, ohms: 1e6))
    circuit.add("D1", .diode(anode: anode, cathode: .ground, model: model))
    let solution = try OperatingPointSolver(circuit, options: options).solve()
    let across = solution.voltage(anode)
    #expect(abs(model.current(at: across) / ((0.5 - across) / 1e6) - 1) < 2e-9)
  }
}

import FabCircuit
import FabDevices
import FabNumerics
import Foundation
import Testing

/// A solver that is used again gives what a new one gives.
@Suite struct ReuseTests {
  /// Resistances jump over 9 decades: pivots that suited the old values don't suit the new ones.
  @Test(arguments: 1...10)
  func survivesValuesThatTurnTheMatrixAround(seed: UInt64) throws {
    var generator = Xoshiro256(seed: seed, key: [3])
    var circuit = Circuit()
    let nodes = [CircuitNode.ground] + (1...12).map { circuit.node("n\($0)") }
    for index in 1...12 {
      let other = nodes[Int(generator.next(upperBound: UInt64(index)))]
      circuit.add("R\(index)", .resistor(from: nodes[index], to: other, ohms: 1))
      let far = nodes[Int(generator.next(upperBound: UInt64(13)))]
      circuit.add("S\(index)", .resistor(from: nodes[index], to: far, ohms: 1))
    }
    // Sources between nodes of which neither is ground make zero diagonals.
    for index in [2, 5, 8] {
      circuit.add(
        "V\(index)",
        .voltageSource(positive: nodes[index], negative: nodes[index + 1], volts: 1)
      )
    }
    circuit.add(
      "A1",
      .operationalAmplifier(output: nodes[12], plus: .ground, minus: nodes[11], model: .ideal)
    )
    let solver = try OperatingPointSolver(circuit)
    try solver.run()
    for _ in 0..<20 {
      var fresh = circuit
      for element in circuit.elements {
        guard case .resistor(let from, let to, _) = element.kind else { continue }
        let ohms = pow(10, 9 * generator.uniformDeviate())
        fresh.replace(element.name, with: .resistor(from: from, to: to, ohms: ohms))
        let index = try solver.index(ofElement: element.name)
        try solver.setResistance(ohms, ofElement: index)
      }
      let expected = try OperatingPointSolver(fresh).solve()
      let found = try solver.solve()
      let scale = expected.nodeVoltages.map { abs($0) }.max() ?? 0
      for (one, two) in zip(found.nodeVoltages, expected.nodeVoltages) {
        #expect(abs(one - two) <= 1e-6 * scale)
      }
      #expect(found.iterations <= 25)
    }
  }

  /// Another diode takes the place of the first.
  @Test func takesAnotherDiode() throws {
    let (one, two) = (try ClosedFormTests.diode(), try ClosedFormTests.diode(current: 1e-12))
    var circuit = Circuit()
    let anode = circuit.node("anode")
    circuit.add("V1", .voltageSource(positive: anode, negative: .ground, volts: 0.7))
    circuit.add("D1", .diode(anode: anode, cathode: .ground, model: one))
    let solver = try OperatingPointSolver(circuit)
    let index = try solver.index(ofElement: "D1")
    for model in [one, two, one] {
      try solver.setDiode(model, ofElement: index)
      try solver.run()
      #expect(abs(solver.current(ofElement: index) / model.current(at: 0.7) - 1) < 1e-12)
    }
  }
}

import FabCircuit
import FabDevices
import Testing

/// What helps where Newton's method alone gives up: with few steps allowed, each way must still find the solution.
@Suite struct ContinuationTests {
  private func circuit() throws -> Circuit {
    let model = try DiodeModel(DiodeParameters(saturationCurrent: 1e-12, ideality: 1.5))
    var circuit = Circuit()
    let input = circuit.node("in")
    circuit.add("V", .voltageSource(positive: input, negative: .ground, volts: 6))
    var last = input
    for step in 0..<8 {
      let next = circuit.node("n\(step)")
      circuit.add("D\(step)", .diode(anode: last, cathode: next, model: model))
      circuit.add("R\(step)", .resistor(from: next, to: .ground, ohms: 1e4))
      last = next
    }
    return circuit
  }

  @Test func everyMethodFindsTheSameSolution() throws {
    let circuit = try circuit()
    let expected = try OperatingPointSolver(circuit).solve()
    var methods: [SolutionMethod: Int] = [:]
    for limit in 2...40 {
      var options = SolverOptions()
      options.iterationLimit = limit
      do {
        let solution = try OperatingPointSolver(circuit, options: options).solve()
        methods[solution.method, default: 0] += 1
        for (one, other) in zip(solution.nodeVoltages, expected.nodeVoltages) {
          #expect(abs(one - other) < 1e-7)
        }
      } catch CircuitError.notConverged {
        // Too few steps for any method: an error, never a wrong answer.
        continue
      }
    }
    for method in [SolutionMethod.newton, .conductanceStepping, .sourceStepping] {
      #expect(methods[method, default: 0] > 0, "\(method) never found it")
    }
  }
}

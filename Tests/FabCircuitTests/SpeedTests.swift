import FabCircuit
import FabDevices
import FabNumerics
import Testing

/// Times that many thousand solves depend on; bounds are loose, for busy machines.
@Suite(.serialized) struct SpeedTests {
  /// A logarithmic multiplier, 9 nodes and 6 branch currents, at random operands.
  @Test func smallCircuitsAreSolvedFast() throws {
    let model = try ClosedFormTests.diode(series: 1350)
    let circuit = try LogCircuitTests.circuit(model, divides: false, reference: 2e-6)
    let solver = try OperatingPointSolver(circuit)
    let (x, y) = (try solver.index(ofElement: "Vx"), try solver.index(ofElement: "Vy"))
    var generator = Xoshiro256(seed: 8)
    try solver.run()
    let count = 5000
    var steps = 0
    let clock = ContinuousClock()
    var best = Duration.seconds(60)
    for _ in 0..<3 {
      steps = 0
      let time = try clock.measure {
        for _ in 0..<count {
          try solver.setVoltage(0.1 + 0.9 * generator.uniformDeviate(), ofElement: x)
          try solver.setVoltage(0.1 + 0.9 * generator.uniformDeviate(), ofElement: y)
          try solver.run()
          steps += solver.iterationCount
        }
      }
      best = min(best, time)
    }
    let each = best / count
    #expect(each < .microseconds(200), "one solve takes \(each)")
    #expect(Double(steps) / Double(count) < 7)
  }

  /// The extracted wafer: 1205 nodes, 202 diodes, all line resistances.
  @Test func theWaferIsSolvedFast() throws {
    let netlist = try ShippedWafer.netlist.get()
    let circuit = try Circuit(netlist, voltages: ["S01_WL": 1, "S01_BL": 0, "A5_WL2": 0.8])
    let clock = ContinuousClock()
    var solver: OperatingPointSolver?
    let first = try clock.measure {
      solver = try OperatingPointSolver(circuit)
      try solver?.run()
    }
    let again = try #require(solver)
    let source = try again.index(ofElement: "V.S01_WL")
    let warm = try clock.measure {
      for index in 0..<20 {
        try again.setVoltage(1 + 0.01 * Double(index), ofElement: source)
        try again.run()
      }
    }
    #expect(first < .seconds(2))
    #expect(warm / 20 < .milliseconds(200))
  }
}

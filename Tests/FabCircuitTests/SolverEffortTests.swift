import FabCircuit
import FabDevices
import FabNumerics
import Testing

/// How many Newton steps repeated solves take: what their time consists of.
@Suite struct SolverEffortTests {
  /// A logarithmic multiplier, 9 nodes and 6 branch currents, at random operands over a decade.
  @Test func smallCircuitsTakeAFewStepsFromTheLastSolution() throws {
    let model = try ClosedFormTests.diode(series: 1350)
    let circuit = try LogCircuitTests.circuit(model, divides: false, reference: 2e-6)
    let solver = try OperatingPointSolver(circuit)
    let (x, y) = (try solver.index(ofElement: "Vx"), try solver.index(ofElement: "Vy"))
    var generator = Xoshiro256(seed: 8)
    try solver.run()
    let count = 2000
    var steps = 0
    for _ in 0..<count {
      try solver.setVoltage(0.1 + 0.9 * generator.uniformDeviate(), ofElement: x)
      try solver.setVoltage(0.1 + 0.9 * generator.uniformDeviate(), ofElement: y)
      try solver.run()
      steps += solver.iterationCount
    }
    #expect(Double(steps) / Double(count) < 7)
  }

  /// The extracted wafer: 1205 nodes, 202 diodes, all line resistances.
  @Test func theWaferTakesAFewStepsFromTheLastSolution() throws {
    let netlist = try ShippedWafer.netlist.get()
    let circuit = try Circuit(netlist, voltages: ["S01_WL": 1, "S01_BL": 0, "A5_WL2": 0.8])
    let solver = try OperatingPointSolver(circuit)
    try solver.run()
    let source = try solver.index(ofElement: "V.S01_WL")
    var steps = 0
    for index in 0..<20 {
      try solver.setVoltage(0.9 + 0.01 * Double(index), ofElement: source)
      try solver.run()
      steps += solver.iterationCount
    }
    #expect(steps <= 20 * 6, "\(steps) steps in 20 solves")
  }
}

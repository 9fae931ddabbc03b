import FabCircuit
import FabTestSupport
import Testing

extension Ngspice {
  /// Returns the greatest difference of a node's voltage between ngspice and a solution, in volt.
  static func greatestDifference(
    _ circuit: Circuit,
    _ solution: CircuitSolution,
    diodes: CircuitSPICE.DiodeForm = .model
  ) throws -> Double {
    let spice = try CircuitSPICE(circuit, title: "comparison", diodes: diodes)
    let values = try run(spice.text)
    var greatest = 0.0
    for (node, name) in zip(solution.nodeVoltages, spice.nodeNames).dropFirst() {
      let other = try #require(values["v(\(name.lowercased()))"], "ngspice prints no v(\(name))")
      greatest = max(greatest, abs(node - other))
    }
    return greatest
  }
}

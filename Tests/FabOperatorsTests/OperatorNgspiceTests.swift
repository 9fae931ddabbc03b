import FabCircuit
import FabDevices
import FabOperators
import FabTestSupport
import Foundation
import Testing

/// ngspice solves the bench of every operator as it is written, and its outputs are those of the closed forms.
@Suite(.enabled(if: Ngspice.path != nil, "ngspice isn't installed"))
struct OperatorNgspiceTests {
  @Test(arguments: OperatorName.allCases) func ngspiceGivesTheSameOutputs(name: OperatorName) throws
  {
    let unit = try UnitPopulation(
      placements: [.bench(count: name.modes.count, law: .matched)],
      law: .matched,
      seed: 3
    )
    .unit(0)
    let bench = try name.circuit(of: unit)
    // From its usual start ngspice doesn't find the exact law of the sigmoid between amplifiers; its own diode differs by
    // up to 0.4 % of the saturation current in reverse, which is the sigmoid's full scale.
    let isModel = name == .gelu
    let spice = try CircuitSPICE(
      bench.circuit,
      title: name.rawValue,
      diodes: isModel ? .model : .expression
    )
    let values = try Ngspice.run(spice.text)
    func voltage(_ node: CircuitNode) throws -> Double {
      guard node != .ground else { return 0 }
      let printed = spice.nodeNames[node.index].lowercased()
      return try #require(values["v(\(printed))"], "ngspice prints no v(\(printed))")
    }
    for (output, expected) in zip(bench.outputs, bench.expected) {
      let reading: Double
      switch output.probe {
      case .voltage(let node): reading = try voltage(node)
      case .current(let element):
        let index = try #require(bench.circuit.index(ofElement: element))
        guard case .diode(let anode, let cathode, let model) = bench.circuit.elements[index].kind
        else {
          Issue.record("an output is the current of a diode, found \(element)")
          continue
        }
        reading = model.current(at: try voltage(anode) - voltage(cathode))
      }
      let value = output.factor * reading + output.constant
      // The closed forms leave out a millionth; ngspice's tolerances and the gain that stands for an ideal one, the rest.
      let tolerance = isModel ? 4e-3 : 2e-5
      #expect(abs(value / expected - 1) < tolerance, "\(name): \(value) against \(expected)")
    }
  }
}

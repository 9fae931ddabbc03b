import FabCircuit
import FabDiagnostics
import Testing

@testable import FabExtraction

/// Netlists that hang together badly are refused with names.
@Suite struct NetlistErrorTests {
  private static let line = NetlistElement.resistor(name: "1", from: "A", to: "B", ohms: 5)

  private func error(
    _ elements: [NetlistElement],
    subcircuits: [Subcircuit]
  ) -> CircuitError? {
    let netlist = Netlist(
      title: "bad",
      subcircuits: subcircuits,
      elements: elements,
      contactNodes: ["n1"]
    )
    do {
      _ = try Circuit(netlist)
      return nil
    } catch {
      return error
    }
  }

  @Test func namesWhatIsWrong() {
    let part = Subcircuit(name: "PART", ports: ["A", "B"], elements: [Self.line])
    let unknown = error(
      [.instance(name: "X", nodes: ["n1", "n2"], subcircuit: "PERT")],
      subcircuits: [part]
    )
    #expect(unknown == .unknownSubcircuit(instance: "X", name: "PERT", known: ["PART"]))
    #expect(unknown?.diagnostic.summary.hasSuffix("; did you mean 'PART'?") == true)
    let count = error(
      [.instance(name: "X", nodes: ["n1"], subcircuit: "PART")],
      subcircuits: [part]
    )
    #expect(count == .portCount(instance: "X", subcircuit: "PART", found: 1, expected: 2))
    let cycle = Subcircuit(
      name: "LOOP",
      ports: ["A"],
      elements: [.instance(name: "Y", nodes: ["A"], subcircuit: "LOOP")]
    )
    let turning = error(
      [.instance(name: "X", nodes: ["n1"], subcircuit: "LOOP")],
      subcircuits: [cycle]
    )
    #expect(turning == .subcircuitCycle(name: "LOOP"))
    let twice = error([Self.line, Self.line], subcircuits: [])
    #expect(twice == .duplicateElement(name: "1"))
    for found in [unknown, count, turning, twice] {
      #expect(found?.diagnostic.code == .circuitStructure)
    }
  }

  /// Inner nodes of two instances are different ones, ports are those outside.
  @Test func flattensNestedInstances() throws {
    let inner = Subcircuit(
      name: "HALF",
      ports: ["A", "B"],
      elements: [
        .resistor(name: "1", from: "A", to: "m", ohms: 100),
        .resistor(name: "2", from: "m", to: "B", ohms: 100),
      ]
    )
    let outer = Subcircuit(
      name: "WHOLE",
      ports: ["P", "Q"],
      elements: [
        .instance(name: "one", nodes: ["P", "m"], subcircuit: "HALF"),
        .instance(name: "two", nodes: ["m", "Q"], subcircuit: "HALF"),
      ]
    )
    let netlist = Netlist(
      title: "nested",
      subcircuits: [inner, outer],
      elements: [.instance(name: "X", nodes: ["in", "0"], subcircuit: "WHOLE")],
      contactNodes: ["in", nil, "in"]
    )
    let circuit = try Circuit(netlist, voltages: ["in": 4])
    #expect(
      circuit.elements.map(\.name) == ["X.one.1", "X.one.2", "X.two.1", "X.two.2", "V.in"]
    )
    let solution = try OperatingPointSolver(circuit).solve()
    #expect(abs(try #require(solution.voltage(of: "X.one.m")) - 3) < 1e-14)
    #expect(abs(try #require(solution.voltage(of: "X.m")) - 2) < 1e-14)
    #expect(abs(try #require(solution.voltage(of: "X.two.m")) - 1) < 1e-14)
  }
}

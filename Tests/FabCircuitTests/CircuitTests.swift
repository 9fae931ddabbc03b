import FabCircuit
import Testing

@Suite struct CircuitTests {
  @Test func nodesComeIntoBeingWithTheirNames() {
    var circuit = Circuit()
    let input = circuit.node("in")
    #expect(circuit.node("in") == input)
    #expect(circuit.node("0") == .ground)
    #expect(circuit.existingNode("out") == nil)
    #expect(circuit.nodeNames == ["0", "in"])
  }

  @Test func replacesAnElementInItsPlace() {
    var circuit = Circuit()
    let input = circuit.node("in")
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 1))
    circuit.add("R1", .resistor(from: input, to: .ground, ohms: 50))
    circuit.replace("V1", with: .voltageSource(positive: input, negative: .ground, volts: 2))
    #expect(circuit.elements.map(\.name) == ["V1", "R1"])
    #expect(
      circuit.elements[0].kind == .voltageSource(positive: input, negative: .ground, volts: 2)
    )
  }
}

import FabCircuit
import FabDevices
import Testing

@Suite struct CircuitSPICETests {
  @Test func writesEveryKindOfElement() throws {
    let model = try ClosedFormTests.diode(series: 0)
    var circuit = Circuit()
    let (one, two) = (circuit.node("a.b"), circuit.node("A_B"))
    circuit.add("R1", .resistor(from: one, to: two, ohms: 1.0 / 3))
    circuit.add("load", .resistor(from: two, to: .ground, ohms: 1e12))
    circuit.add("r1", .resistor(from: two, to: .ground, ohms: 50))
    circuit.add("C1", .capacitor(from: one, to: .ground, farads: 2.8e-10))
    circuit.add("D1", .diode(anode: one, cathode: two, model: model))
    circuit.add("D2", .diode(anode: two, cathode: .ground, model: model))
    circuit.add("I1", .currentSource(from: .ground, to: one, amperes: 2e-6))
    circuit.add(
      "sum",
      .summer(
        positive: circuit.node("s"),
        negative: .ground,
        offset: -0.25,
        terms: [SummerTerm(plus: one, gain: -2), SummerTerm(plus: one, minus: two, gain: 1)]
      )
    )
    circuit.add(
      "A1",
      .operationalAmplifier(
        output: circuit.node("out"),
        plus: one,
        minus: two,
        model: OperationalAmplifier(gain: 1000, offsetVoltage: 1e-3)
      )
    )
    let spice = try CircuitSPICE(circuit, title: "all\nkinds")
    // Names that SPICE can't tell apart get numbers; a letter says the kind.
    #expect(spice.nodeNames == ["0", "a_b", "A_B__2", "s", "out"])
    #expect(
      spice.elementNames == ["R1", "Rload", "r1__2", "C1", "D1", "D2", "I1", "Bsum", "EA1"]
    )
    let lines = spice.text.split(separator: "\n").map(String.init)
    #expect(lines.first == "* all kinds")
    #expect(lines.last == ".end")
    for line in [
      "R1 a_b A_B__2 0.3333333333333333",
      "Rload A_B__2 0 1000000000000.0",
      "C1 a_b 0 2.8e-10",
      "D1 a_b A_B__2 DPVK1",
      "I1 0 a_b DC 2e-06",
      "Bsum s 0 V=(-0.25)+(-2.0)*(v(a_b)-0)+(1.0)*(v(a_b)-v(A_B__2))",
      "VEA1_offset EA1_offset a_b DC 0.001",
      "EA1 out 0 EA1_offset A_B__2 1000.0",
    ] {
      #expect(lines.contains(line), "\(line)\n\(spice.text)")
    }
    // One law, one model.
    #expect(lines.count { $0.hasPrefix(".model") } == 1)
    #expect(try CircuitSPICE(circuit, title: "all\nkinds") == spice)
  }

  @Test func writesNoNonsense() {
    var circuit = Circuit()
    let node = circuit.node("n")
    circuit.add("R1", .resistor(from: node, to: .ground, ohms: -3))
    #expect(
      throws: CircuitError.badValue(
        element: "R1",
        quantity: .resistance,
        found: -3,
        expected: "finite and above 0"
      )
    ) { try CircuitSPICE(circuit, title: "bad") }
  }
}

import FabCircuit
import FabDevices
import FabExtraction
import FabTestSupport
import FabUnits
import Foundation
import Testing

/// ngspice solves what we write and agrees.
@Suite(.enabled(if: Ngspice.path != nil, "ngspice isn't installed"))
struct NgspiceTests {
  /// The law with series resistance and shunt, forward: ngspice's thermal voltage is another, its product with N ours.
  @Test func diodeLawIsTheSame() throws {
    let parameters = try DiodeParameters(
      saturationCurrent: 3e-9,
      ideality: 1.7,
      seriesResistance: 230,
      shuntResistance: 4e6
    )
    for temperature in [Temperature(siValue: 298.15), Temperature(siValue: 320)] {
      let model = try DiodeModel(parameters, temperature: temperature)
      var circuit = Circuit()
      for (index, volts) in [0.05, 0.3, 0.6, 0.9, 2].enumerated() {
        let node = circuit.node("n\(index)")
        circuit.add(
          "V\(index)",
          .voltageSource(positive: node, negative: .ground, volts: volts)
        )
        circuit.add("D\(index)", .diode(anode: node, cathode: .ground, model: model))
      }
      for form in CircuitSPICE.DiodeForm.allCases {
        let spice = try CircuitSPICE(circuit, title: "diodes", diodes: form)
        let values = try Ngspice.run(spice.text)
        for (index, volts) in [0.05, 0.3, 0.6, 0.9, 2].enumerated() {
          let other = -(try #require(values["i(v\(index))"]))
          // Ten digits: what ngspice's tolerances leave.
          #expect(abs(other / model.current(at: volts) - 1) < 1e-9, "\(form) at \(volts) V")
        }
      }
    }
  }

  /// Amplifiers with finite gain and offset, a logarithmic one, a summer, every kind of source.
  @Test func benchWithAmplifiers() throws {
    let model = try ClosedFormTests.diode(shunt: 1e12)
    var circuit = Circuit()
    let names = ["vx", "nx", "ox", "s", "nz", "oz", "buffer", "load"]
    let nodes = names.map { circuit.node($0) }
    let (vx, nx, ox, s) = (nodes[0], nodes[1], nodes[2], nodes[3])
    let (nz, oz, buffer, load) = (nodes[4], nodes[5], nodes[6], nodes[7])
    circuit.add("Vx", .voltageSource(positive: vx, negative: .ground, volts: 0.6))
    circuit.add("RX", .resistor(from: vx, to: nx, ohms: 500e3))
    circuit.add("DX", .diode(anode: nx, cathode: ox, model: model))
    circuit.add("X", .operationalAmplifier(output: ox, plus: .ground, minus: nx, model: .ideal))
    circuit.add(
      "sum",
      .summer(
        positive: s,
        negative: .ground,
        offset: 0.1,
        terms: [SummerTerm(plus: ox, gain: -1), SummerTerm(plus: vx, minus: nx, gain: 0.02)]
      )
    )
    circuit.add("DZ", .diode(anode: s, cathode: nz, model: model))
    circuit.add("RF", .resistor(from: nz, to: oz, ohms: 50e3))
    circuit.add(
      "Z",
      .operationalAmplifier(
        output: oz,
        plus: .ground,
        minus: nz,
        model: OperationalAmplifier(gain: 1e5, offsetVoltage: 1e-3)
      )
    )
    circuit.add(
      "follower",
      .operationalAmplifier(
        output: buffer,
        plus: oz,
        minus: buffer,
        model: OperationalAmplifier(gain: 2e4, offsetVoltage: -2e-3, gainBandwidth: 1e6)
      )
    )
    circuit.add("RL", .resistor(from: buffer, to: load, ohms: 1e3))
    circuit.add("CL", .capacitor(from: load, to: .ground, farads: 1e-9))
    circuit.add("IL", .currentSource(from: load, to: .ground, amperes: 1e-4))
    circuit.add("DL", .diode(anode: .ground, cathode: load, model: model))
    let solution = try OperatingPointSolver(circuit).solve()
    #expect(solution.voltage(oz) < -0.1)
    // An ideal amplifier is written with a gain of 1e9.
    #expect(try Ngspice.greatestDifference(circuit, solution) < 1e-8)
  }

  /// One PCU and one cell of an array driven, all else open: 101 PCUs with all line resistances.
  @Test func extractedWafer() throws {
    let netlist = try ShippedWafer.netlist.get()
    let circuit = try Circuit(
      netlist,
      voltages: ["S01_WL": 1, "S01_BL": 0, "A5_WL2": 0.8, "A5_BL3": 0, "A1_R1C1_CL1": 0.1]
    )
    let solution = try OperatingPointSolver(circuit).solve()
    let current = try #require(solution.current(of: "S01.D1"))
    #expect(current > 5e-5)
    // Exact laws on both sides; what is left is ngspice's tolerance across leaks of 1e12 ohm.
    #expect(try Ngspice.greatestDifference(circuit, solution, diodes: .expression) < 3e-7)
    // Its own diode follows another law in reverse, which shifts nodes that only reversed diodes hold.
    #expect(try Ngspice.greatestDifference(circuit, solution) < 1e-4)
    let spice = try CircuitSPICE(circuit, title: "currents")
    let values = try Ngspice.run(spice.text)
    for name in ["V.S01_WL", "V.S01_BL", "V.A5_WL2", "V.A5_BL3"] {
      let index = try #require(circuit.index(ofElement: name))
      let own = solution.elementCurrents[index]
      let other = try #require(values["i(\(spice.elementNames[index].lowercased()))"])
      #expect(abs(other / own - 1) < 1e-6, "\(name)")
      #expect(abs(own) > 1e-5)
    }
  }
}

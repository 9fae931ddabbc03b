import FabCircuit
import FabDevices
import FabDiagnostics
import FabExtraction
import FabRecipe
import FabUnits
import Testing

@Suite struct NetlistCircuitTests {
  @Test func flattensTheShippedWafer() throws {
    let netlist = try ShippedWafer.netlist.get()
    let circuit = try Circuit(netlist)
    let diodes = circuit.elements.count { if case .diode = $0.kind { true } else { false } }
    #expect(diodes == 202)
    for name in ["S01.D1", "S01.D2", "S01.M1", "S01.M2", "A5_R2C3.M1", "leak.A5_WL2"] {
      #expect(circuit.index(ofElement: name) != nil, "\(name)")
    }
    // Every contact is tied to ground, and nothing floats.
    let leaks = circuit.elements.count { $0.name.hasPrefix("leak.") }
    #expect(leaks == Set(netlist.contactNodes.compactMap { $0 }).count)
    let solution = try OperatingPointSolver(circuit).solve()
    #expect(solution.nodeVoltages.allSatisfy { $0 == 0 })
  }

  /// The current of one PCU against the diode equation with all that is in series.
  @Test func currentOfASinglePCUIsThatOfItsSeriesResistance() throws {
    let netlist = try ShippedWafer.netlist.get()
    let devices = NetlistDevices.uniform(multistateOhms: 10_000, binaryOhms: 250)
    let circuit = try Circuit(netlist, devices: devices, voltages: ["S01_WL": 1, "S01_BL": 0])
    let solution = try OperatingPointSolver(circuit).solve()
    let current = try #require(solution.current(of: "S01.D1"))
    #expect(abs(try #require(solution.current(of: "S01.M1")) / current - 1) < 1e-6)
    // What the lines add lies between 50 and 300 ohm.
    let nominal = DiodeParameters.nominal
    let upper = try DiodeModel(nominal.adding(seriesResistance: 10_250 + 50)).current(at: 1)
    let lower = try DiodeModel(nominal.adding(seriesResistance: 10_250 + 300)).current(at: 1)
    #expect(current < upper)
    #expect(current > lower)
  }

  @Test func asksForEveryDeviceAtItsPlace() throws {
    let netlist = try ShippedWafer.netlist.get()
    let model = try DiodeModel(.nominal)
    var asked: [NetlistDevice] = []
    let circuit = try Circuit(
      netlist,
      devices: NetlistDevices(
        diode: { _ in model },
        resistance: { device in
          asked.append(device)
          return device.path == "A5_R2C3.M1" ? 4321 : device.kind == .binaryMemristor ? 300 : 800
        }
      )
    )
    #expect(Set(asked.map(\.path)).count == 202)
    #expect(asked.allSatisfy { $0.areaMm2 > 0.1 && $0.instances.count == 1 })
    let index = try #require(circuit.index(ofElement: "A5_R2C3.M1"))
    guard case .resistor(_, _, let ohms) = circuit.elements[index].kind else {
      Issue.record("a memristor is a resistor")
      return
    }
    #expect(ohms == 4321)
  }

  @Test func refusesAVoltageThatBelongsToNoContact() throws {
    let netlist = try ShippedWafer.netlist.get()
    let error = try #require(
      throws: CircuitError.self,
      performing: { _ = try Circuit(netlist, voltages: ["S01_WK": 1]) }
    )
    guard case .unknownNode("S01_WK", let known) = error else {
      Issue.record("expected an unknown node, found \(error)")
      return
    }
    #expect(known.contains("S01_WL"))
    #expect(error.diagnostic.summary.hasPrefix("no node 'S01_WK'; did you mean 'S01_WL'"))
  }

  @Test func refusesDevicesOfNoUse() throws {
    let netlist = try ShippedWafer.netlist.get()
    let cold = NetlistDevices.uniform(temperature: Temperature(siValue: 3))
    #expect(throws: CircuitError.self) { try Circuit(netlist, devices: cold) }
    let broken = try Circuit(netlist, devices: .uniform(multistateOhms: -1))
    let error = try #require(
      throws: CircuitError.self,
      performing: { _ = try OperatingPointSolver(broken) }
    )
    guard case .badValue(let element, .resistance, -1, _) = error else {
      Issue.record("expected a negative resistance, found \(error)")
      return
    }
    #expect(element.hasSuffix(".M1"))
  }
}

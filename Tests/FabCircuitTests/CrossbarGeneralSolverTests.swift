import FabCircuit
import FabDevices
import FabUnits
import Testing

/// The crossbars' own path against the general solver of circuits on the same array.
@Suite struct CrossbarGeneralSolverTests {
  /// Draws an array; `cell` connects a word node with a bit node.
  private func circuit(
    _ sample: CrossbarSample,
    cell: (inout Circuit, Int, CircuitNode, CircuitNode) throws -> Void
  ) rethrows -> Circuit {
    var circuit = Circuit()
    let lines = sample.lines
    let (rows, columns) = (lines.rows, lines.columns)
    for row in 0..<rows {
      let source = circuit.node("in\(row)")
      circuit.add(
        "V\(row)",
        .voltageSource(positive: source, negative: .ground, volts: sample.inputs[row])
      )
      for column in 0..<columns {
        let place = row * columns + column
        let before =
          column == 0
          ? circuit.node("start\(row)") : circuit.node("w\(row)_\(column - 1)")
        let word = circuit.node("w\(row)_\(column)")
        let bit = circuit.node("b\(row)_\(column)")
        let after =
          row == rows - 1
          ? circuit.node("end\(column)") : circuit.node("b\(row + 1)_\(column)")
        circuit.add(
          "RW\(place)",
          .resistor(from: before, to: word, ohms: lines.wordSegments[place])
        )
        circuit.add("RB\(place)", .resistor(from: bit, to: after, ohms: lines.bitSegments[place]))
        try cell(&circuit, place, word, bit)
      }
      circuit.add(
        "RS\(row)",
        .resistor(
          from: source,
          to: circuit.node("start\(row)"),
          ohms: lines.sourceResistances[row]
        )
      )
    }
    for column in 0..<columns {
      circuit.add(
        "RT\(column)",
        .resistor(
          from: circuit.node("end\(column)"),
          to: .ground,
          ohms: lines.terminationResistances[column]
        )
      )
    }
    return circuit
  }

  private func currents(_ circuit: Circuit, columns: Int) throws -> [Double] {
    let solution = try OperatingPointSolver(circuit).solve()
    return try (0..<columns).map { try #require(solution.current(of: "RT\($0)")) }
  }

  private func expectAgreement(_ found: [Double], _ expected: [Double], _ tolerance: Double) {
    let largest = expected.map { abs($0) }.max() ?? 0
    for (one, other) in zip(found, expected) { #expect(abs(one - other) <= tolerance * largest) }
  }

  @Test(arguments: [(3, 4), (8, 8), (16, 5)]) func linearArraysAgree(rows: Int, columns: Int) throws
  {
    let sample = try CrossbarSample(rows: rows, columns: columns, seed: UInt64(rows))
    let general = try currents(
      circuit(sample) { circuit, place, word, bit in
        circuit.add(
          "RC\(place)",
          .resistor(from: word, to: bit, ohms: 1 / sample.conductances[place])
        )
      },
      columns: columns
    )
    let crossbar = try LinearCrossbar(lines: sample.lines, conductances: sample.conductances)
    expectAgreement(try crossbar.solution(for: sample.inputs).outputs, general, 1e-9)
    let many = try crossbar.outputs(for: [sample.inputs, sample.inputs.map { -2 * $0 }])
    expectAgreement(many[1].map { $0 / -2 }, general, 1e-9)
  }

  @Test(arguments: [(3, 4), (8, 8), (12, 5)])
  func arraysWithSelectorsAgree(rows: Int, columns: Int) throws {
    let sample = try CrossbarSample(rows: rows, columns: columns, seed: UInt64(columns))
    let model = try DiodeModel(
      DiodeParameters(saturationCurrent: 1e-9, ideality: 2, seriesResistance: 100)
    )
    let general = try currents(
      circuit(sample) { circuit, place, word, bit in
        let middle = circuit.node("m\(place)")
        circuit.add("D\(place)", .diode(anode: word, cathode: middle, model: model))
        circuit.add(
          "RC\(place)",
          .resistor(from: middle, to: bit, ohms: 1 / sample.conductances[place])
        )
      },
      columns: columns
    )
    let count = rows * columns
    let crossbar = try SelectorCrossbar(
      lines: sample.lines,
      cells: SelectorCells(
        saturationCurrents: Array(repeating: 1e-9, count: count),
        slopeVoltages: Array(repeating: model.slopeVoltage, count: count),
        seriesResistances: Array(repeating: 100, count: count),
        conductances: sample.conductances
      )
    )
    expectAgreement(try crossbar.solution(for: sample.inputs).outputs, general, 1e-9)
  }
}

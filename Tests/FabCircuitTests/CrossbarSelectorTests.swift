import FabCircuit
import FabDevices
import Testing

@Suite struct CrossbarSelectorTests {
  private static func model(_ series: Double) throws -> DiodeModel {
    try DiodeModel(
      DiodeParameters(saturationCurrent: 1e-10, ideality: 1.8, seriesResistance: series)
    )
  }

  private static func crossbar(
    _ lines: CrossbarLines,
    _ conductances: [Double],
    shunt: Double = 0
  ) throws -> SelectorCrossbar {
    let slope = try model(50).slopeVoltage
    let count = conductances.count
    return try SelectorCrossbar(
      lines: lines,
      cells: SelectorCells(
        saturationCurrents: Array(repeating: 1e-10, count: count),
        slopeVoltages: Array(repeating: slope, count: count),
        seriesResistances: Array(repeating: 50, count: count),
        conductances: conductances,
        shuntConductance: shunt
      )
    )
  }

  /// Newton's method on dense matrices with the scalar diode law, from full drive, a step at most 0.1 V a node.
  @Test(arguments: [(1, 1), (2, 9), (8, 5), (5, 8)])
  func agreesWithADenseNewton(rows: Int, columns: Int) throws {
    let sample = try CrossbarSample(rows: rows, columns: columns, seed: 3, resistance: 20)
    var conductances = sample.conductances
    if conductances.count > 3 { conductances[3] = 0 }
    let models = try conductances.map { $0 > 0 ? try Self.model(50 + 1 / $0) : nil }
    let cells = conductances.count
    var voltages = Array(repeating: 0.0, count: 2 * cells)
    for cell in 0..<cells { voltages[cell] = sample.inputs[cell / columns] }
    var change = 1.0
    for _ in 0..<200 where change > 1e-14 {
      let points = (0..<cells)
        .map {
          models[$0]?.operatingPoint(at: voltages[$0] - voltages[cells + $0])
        }
      let next = CrossbarSample.denseVoltages(
        lines: sample.lines,
        conductances: points.map { $0?.conductance ?? 0 },
        inputs: sample.inputs,
        extra: points.map { $0.map { $0.current - $0.conductance * $0.voltage } ?? 0 }
      )
      change = CrossbarSample.largestDifference(next, voltages)
      for node in 0..<(2 * cells) {
        voltages[node] += max(-0.1, min(0.1, next[node] - voltages[node]))
      }
    }
    let expected = CrossbarSample.outputs(voltages, lines: sample.lines)
    let found = try Self.crossbar(sample.lines, conductances).solution(for: sample.inputs)
    let scale = CrossbarSample.largest(expected)
    #expect(CrossbarSample.largestDifference(found.outputs, expected) < 1e-9 * scale)
  }

  @Test func linesOfZeroOhmAddTheCurrentsOfTheCells() throws {
    let sample = try CrossbarSample(rows: 10, columns: 6, seed: 4)
    let lines = try CrossbarLines(rows: 10, columns: 6, wordSegment: 0, bitSegment: 0)
    let found = try Self.crossbar(lines, sample.conductances).solution(for: sample.inputs)
    for column in 0..<6 {
      var sum = 0.0
      for row in 0..<10 {
        let model = try Self.model(50 + 1 / sample.conductances[row * 6 + column])
        sum += model.current(at: sample.inputs[row])
      }
      #expect(abs(found.outputs[column] - sum) < 1e-10 * abs(sum))
    }
  }

  @Test func warmStartsEqualColdOnes() throws {
    let sample = try CrossbarSample(rows: 12, columns: 16, seed: 5, resistance: 10)
    let crossbar = try Self.crossbar(sample.lines, sample.conductances)
    let vectors = (0..<6).map { k in sample.inputs.map { $0 * Double(k - 2) / 3 } }
    let warm = try crossbar.solutions(for: vectors)
    for (vector, found) in zip(vectors, warm) {
      let cold = try crossbar.solution(for: vector)
      let scale = CrossbarSample.largest(cold.outputs)
      #expect(CrossbarSample.largestDifference(cold.outputs, found.outputs) <= 1e-9 * scale + 1e-22)
      #expect(found.residual <= SelectorCrossbar.tolerance)
    }
    #expect(CrossbarSample.largest(warm[2].outputs) < 1e-18)
  }

  @Test func shuntLetsOpenCellsConduct() throws {
    let lines = try CrossbarLines(rows: 1, columns: 1, wordSegment: 0, bitSegment: 0)
    let found = try Self.crossbar(lines, [0], shunt: 1e-6).solution(for: [0.5])
    #expect(abs(found.outputs[0] - 5e-7) < 1e-18)
  }

  @Test func threadsDoNotChangeABit() throws {
    let sample = try CrossbarSample(rows: 256, columns: 257, seed: 9, resistance: 2)
    let crossbar = try Self.crossbar(sample.lines, sample.conductances)
    let one = try crossbar.solution(for: sample.inputs, threads: 1)
    #expect(try crossbar.solution(for: sample.inputs, threads: 3) == one)
  }

  @Test func refusesNonsense() throws {
    let lines = try CrossbarLines(rows: 1, columns: 2, wordSegment: 1, bitSegment: 1)
    #expect(
      throws: CrossbarError.countMismatch(quantity: .saturationCurrent, found: 1, expected: 2)
    ) {
      try Self.crossbar(lines, [1])
    }
    #expect(throws: CrossbarError.outOfRange(quantity: .conductance, index: 1, found: -1)) {
      try Self.crossbar(lines, [1, -1])
    }
    #expect(throws: CrossbarError.self) { try Self.crossbar(lines, [1, 1], shunt: .nan) }
    #expect(throws: CrossbarError.self) { try Self.crossbar(lines, [1, 1]).solution(for: [.nan]) }
  }
}

import FabCircuit
import Testing

/// A solve ends at 1e-12 of its norm; 1e-9 of the largest output leaves room for the norm's condition.
private let agreement = 1e-9

@Suite struct CrossbarLinearTests {
  @Test(arguments: [(1, 1), (1, 7), (9, 1), (3, 5), (8, 4), (9, 13), (11, 6)])
  func agreesWithADenseNodalSolve(rows: Int, columns: Int) throws {
    for (seed, resistance) in [(1 as UInt64, 5.0), (2, 0.01), (3, 500)] {
      let sample = try CrossbarSample(
        rows: rows,
        columns: columns,
        seed: seed,
        resistance: resistance
      )
      let dense = CrossbarSample.denseVoltages(
        lines: sample.lines,
        conductances: sample.conductances,
        inputs: sample.inputs
      )
      let found = try LinearCrossbar(lines: sample.lines, conductances: sample.conductances)
        .solution(for: sample.inputs, keepsVoltages: true)
      let expected = CrossbarSample.outputs(dense, lines: sample.lines)
      let scale = CrossbarSample.largest(expected)
      #expect(CrossbarSample.largestDifference(found.outputs, expected) < agreement * scale)
      let voltages = found.wordVoltages + found.bitVoltages
      #expect(CrossbarSample.largestDifference(voltages, dense) < agreement)
    }
  }

  @Test func oneCellIsADividerOfVoltage() throws {
    let lines = try CrossbarLines(
      rows: 1,
      columns: 1,
      wordSegment: 3,
      bitSegment: 4,
      source: 5,
      termination: 6
    )
    let found = try LinearCrossbar(lines: lines, conductances: [0.01]).solution(for: [1])
    #expect(abs(found.outputs[0] - 1.0 / 118) < 1e-15)
    #expect(abs(found.sourceCurrents[0] - 1.0 / 118) < 1e-15)
  }

  @Test func linesOfZeroOhmMultiplyAMatrixByAVector() throws {
    let sample = try CrossbarSample(rows: 20, columns: 13, seed: 4)
    let lines = try CrossbarLines(rows: 20, columns: 13, wordSegment: 0, bitSegment: 0)
    let found = try LinearCrossbar(lines: lines, conductances: sample.conductances)
      .solution(for: sample.inputs)
    for column in 0..<13 {
      let ideal = (0..<20)
        .reduce(0.0) {
          $0 + sample.inputs[$1] * sample.conductances[$1 * 13 + column]
        }
      #expect(abs(found.outputs[column] - ideal) < 1e-12 * abs(ideal) + 1e-15)
    }
  }

  @Test func openCellsCarryNothing() throws {
    let lines = try CrossbarLines(rows: 3, columns: 2, wordSegment: 1, bitSegment: 1)
    let found = try LinearCrossbar(lines: lines, conductances: [0, 1e-3, 0, 0, 0, 1e-4])
      .solution(for: [1, 1, 1])
    #expect(found.outputs[0] == 0)
    #expect(found.outputs[1] > 0)
    #expect(found.sourceCurrents[1] == 0)
  }

  /// The mirror image of an array, its columns driven and its rows grounded, has the transposed transfer matrix:
  /// a solver that swaps the resistances of rows and columns fails here.
  @Test func isReciprocal() throws {
    let (rows, columns) = (7, 10)
    let sample = try CrossbarSample(rows: rows, columns: columns, seed: 5, resistance: 50)
    let lines = sample.lines
    // The image's rows are the columns from the last to the first, each from its grounded end up.
    func turned(_ values: [Double]) -> [Double] {
      (0..<columns).reversed()
        .flatMap { column in
          (0..<rows).map { values[(rows - 1 - $0) * columns + column] }
        }
    }
    let image = try CrossbarLines(
      rows: columns,
      columns: rows,
      wordSegments: turned(lines.bitSegments),
      bitSegments: turned(lines.wordSegments),
      sourceResistances: lines.terminationResistances.reversed(),
      terminationResistances: lines.sourceResistances.reversed()
    )
    let forward = try LinearCrossbar(lines: lines, conductances: sample.conductances)
    let backward = try LinearCrossbar(
      lines: image,
      conductances: turned(sample.conductances)
    )
    let matrix = try forward.transferMatrix()
    for column in 0..<columns {
      var unit = Array(repeating: 0.0, count: columns)
      unit[columns - 1 - column] = 1
      let outputs = try backward.solution(for: unit).outputs
      for row in 0..<rows {
        let expected = matrix[row * columns + column]
        #expect(abs(outputs[rows - 1 - row] - expected) < agreement * expected)
      }
    }
  }

  @Test(arguments: [(6, 11), (12, 5)])
  func transferMatrixHoldsTheOutputsOfUnitInputs(rows: Int, columns: Int) throws {
    let sample = try CrossbarSample(rows: rows, columns: columns, seed: 6, resistance: 40)
    let crossbar = try LinearCrossbar(lines: sample.lines, conductances: sample.conductances)
    let matrix = try crossbar.transferMatrix()
    let outputs = try crossbar.solution(for: sample.inputs).outputs
    for column in 0..<columns {
      let sum = (0..<rows).reduce(0.0) { $0 + sample.inputs[$1] * matrix[$1 * columns + column] }
      #expect(abs(sum - outputs[column]) < agreement * CrossbarSample.largest(outputs))
    }
  }

  @Test func manyInputsEqualSingleOnes() throws {
    let sample = try CrossbarSample(rows: 17, columns: 19, seed: 7)
    let crossbar = try LinearCrossbar(lines: sample.lines, conductances: sample.conductances)
    for count in [3, 40] {
      let vectors = (0..<count).map { k in sample.inputs.map { $0 * (1 + 0.1 * Double(k)) } }
      let outputs = try crossbar.outputs(for: vectors)
      for (vector, output) in zip(vectors, outputs) {
        let single = try crossbar.solution(for: vector).outputs
        let scale = CrossbarSample.largest(single)
        #expect(CrossbarSample.largestDifference(single, output) < agreement * scale)
      }
    }
  }

  @Test func conservesCurrentAndEnergy() throws {
    let sample = try CrossbarSample(rows: 30, columns: 21, seed: 8, resistance: 20)
    let lines = sample.lines
    let found = try LinearCrossbar(lines: lines, conductances: sample.conductances)
      .solution(for: sample.inputs, keepsVoltages: true)
    let (given, taken) = (found.sourceCurrents.reduce(0, +), found.outputs.reduce(0, +))
    #expect(abs(given - taken) < 1e-12 * CrossbarSample.largest(found.sourceCurrents) * 30)
    let power = zip(sample.inputs, found.sourceCurrents).reduce(0) { $0 + $1.0 * $1.1 }
    var lost = 0.0
    for row in 0..<30 {
      lost += lines.sourceResistances[row] * found.sourceCurrents[row] * found.sourceCurrents[row]
      var before = sample.inputs[row] - lines.sourceResistances[row] * found.sourceCurrents[row]
      for column in 0..<21 {
        let cell = row * 21 + column
        let (w, x) = (found.wordVoltages[cell], found.bitVoltages[cell])
        lost += (before - w) * (before - w) / lines.wordSegments[cell]
        lost += sample.conductances[cell] * (w - x) * (w - x)
        before = w
        let current = found.outputs[column]
        let below =
          row < 29
          ? found.bitVoltages[cell + 21] : current * lines.terminationResistances[column]
        lost += (x - below) * (x - below) / lines.bitSegments[cell]
      }
    }
    for column in 0..<21 {
      lost += lines.terminationResistances[column] * found.outputs[column] * found.outputs[column]
    }
    #expect(abs(power - lost) < agreement * power)
  }

  @Test func threadsDoNotChangeABit() throws {
    let sample = try CrossbarSample(rows: 260, columns: 258, seed: 9)
    let crossbar = try LinearCrossbar(lines: sample.lines, conductances: sample.conductances)
    let one = try crossbar.solution(for: sample.inputs, threads: 1)
    for threads in [2, 5] {
      #expect(try crossbar.solution(for: sample.inputs, threads: threads) == one)
    }
  }

  @Test func refusesNonsense() throws {
    #expect(throws: CrossbarError.empty(rows: 0, columns: 3)) {
      try CrossbarLines(rows: 0, columns: 3, wordSegment: 1, bitSegment: 1)
    }
    #expect(throws: CrossbarError.outOfRange(quantity: .bitSegment, index: 0, found: -1)) {
      try CrossbarLines(rows: 1, columns: 1, wordSegment: 1, bitSegment: -1)
    }
    let lines = try CrossbarLines(rows: 2, columns: 2, wordSegment: 1, bitSegment: 1)
    #expect(throws: CrossbarError.countMismatch(quantity: .conductance, found: 3, expected: 4)) {
      try LinearCrossbar(lines: lines, conductances: [1, 1, 1])
    }
    #expect(throws: CrossbarError.self) {
      try LinearCrossbar(lines: lines, conductances: [1, 1, .nan, 1])
    }
    let crossbar = try LinearCrossbar(lines: lines, conductances: [1, 1, 1, 1])
    #expect(throws: CrossbarError.outOfRange(quantity: .input, index: 1, found: .infinity)) {
      try crossbar.solution(for: [0, .infinity])
    }
    #expect(throws: CrossbarError.countMismatch(quantity: .input, found: 1, expected: 2)) {
      try crossbar.outputs(for: [[1, 2], [1]])
    }
  }
}

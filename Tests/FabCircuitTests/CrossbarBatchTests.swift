import FabCircuit
import FabNumerics
import Foundation
import Testing

/// What the outputs for several vectors promise, relative to the largest output of the vector.
private let agreement = 1e-9

@Suite struct CrossbarBatchTests {
  private static func sparse(_ sample: CrossbarSample, _ index: Int) -> [Double] {
    // Vectors of very unequal size and shape, one of them without any input.
    switch index % 4 {
    case 0: sample.inputs.map { $0 * Double(index + 1) }
    case 1: sample.inputs.indices.map { $0 == index ? 1e-6 : 0 }
    case 2: sample.inputs.indices.map { ($0 + index).isMultiple(of: 3) ? 1 : -0.5 }
    default: sample.inputs.map { _ in index == 7 ? 0 : 0.3 }
    }
  }

  /// From lines that hardly matter to lines that take nearly all of the voltage, where batches give up.
  @Test(arguments: [0, 0.01, 2, 30, 1000])
  func agreesWithSingleSolves(resistance: Double) throws {
    for (rows, columns) in [(70, 33), (40, 90), (64, 64)] {
      let sample = try CrossbarSample(rows: rows, columns: columns, seed: 2, resistance: resistance)
      let crossbar = try LinearCrossbar(lines: sample.lines, conductances: sample.conductances)
      let vectors = (0..<19).map { Self.sparse(sample, $0) }
      let outputs = try crossbar.outputs(for: vectors)
      #expect(outputs.count == 19)
      for (vector, output) in zip(vectors, outputs) {
        let single = try crossbar.solution(for: vector).outputs
        let scale = CrossbarSample.largest(single)
        #expect(CrossbarSample.largestDifference(single, output) <= agreement * scale)
      }
    }
  }

  @Test func agreesForMixedConductances() throws {
    // Six decades of conductance, and a quarter of the cells open.
    var generator = Xoshiro256(seed: 5)
    let conductances = (0..<(80 * 70))
      .map { _ in
        let exponent = -9 + 6 * generator.uniformDeviate()
        return generator.uniformDeviate() < 0.25 ? 0 : pow(10, exponent)
      }
    let lines = try CrossbarLines(rows: 80, columns: 70, wordSegment: 5, bitSegment: 0, source: 20)
    let crossbar = try LinearCrossbar(lines: lines, conductances: conductances)
    let vectors = (0..<11)
      .map { _ in (0..<80).map { _ in generator.uniformDeviate() - 0.3 } }
    let outputs = try crossbar.outputs(for: vectors)
    for (vector, output) in zip(vectors, outputs) {
      let single = try crossbar.solution(for: vector).outputs
      let scale = CrossbarSample.largest(single)
      #expect(CrossbarSample.largestDifference(single, output) <= agreement * scale)
    }
  }

  @Test(arguments: [2.0, 1000])
  func threadsDoNotChangeABit(resistance: Double) throws {
    let sample = try CrossbarSample(rows: 60, columns: 50, seed: 9, resistance: resistance)
    let crossbar = try LinearCrossbar(lines: sample.lines, conductances: sample.conductances)
    let vectors = (0..<45).map { Self.sparse(sample, $0) }
    let one = try crossbar.outputs(for: vectors, threads: 1)
    for threads in [2, 5] {
      #expect(try crossbar.outputs(for: vectors, threads: threads) == one)
    }
  }

  @Test func noVectorsGiveNoOutputs() throws {
    let lines = try CrossbarLines(rows: 2, columns: 2, wordSegment: 1, bitSegment: 1)
    let crossbar = try LinearCrossbar(lines: lines, conductances: [1, 1, 1, 1])
    #expect(try crossbar.outputs(for: []) == [])
  }

  @Test(arguments: [(48, 64), (64, 48)])
  func transferMatrixGivesTheOutputsOfVectors(rows: Int, columns: Int) throws {
    let sample = try CrossbarSample(rows: rows, columns: columns, seed: 6, resistance: 2)
    let crossbar = try LinearCrossbar(lines: sample.lines, conductances: sample.conductances)
    let many = (0..<70).map { Self.sparse(sample, $0) }
    let outputs = try crossbar.outputs(for: many)
    for index in [0, 2, 3] {
      let single = try crossbar.solution(for: many[index]).outputs
      let scale = CrossbarSample.largest(single)
      #expect(CrossbarSample.largestDifference(single, outputs[index]) <= agreement * scale)
    }
  }
}

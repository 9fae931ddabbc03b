import FabCircuit
import FabNumerics
import Foundation
import Testing

/// Many input vectors at once against one at a time, on arrays easy and hard.
@Suite struct CrossbarManyVectorsTests {
  struct Shape: CustomTestStringConvertible {
    let rows: Int
    let columns: Int
    let segment: Double
    let isLogUniform: Bool

    var testDescription: String {
      "\(rows) x \(columns), \(segment) ohm, \(isLogUniform ? "log-uniform" : "uniform")"
    }

    static let all = [(3, 4), (17, 9), (64, 64), (96, 40), (40, 96), (128, 128)]
      .flatMap { rows, columns in
        [0.1, 2, 50, 1000]
          .flatMap { segment in
            [false, true]
              .map {
                Shape(rows: rows, columns: columns, segment: segment, isLogUniform: $0)
              }
          }
      }
  }

  @Test(arguments: Shape.all) func manyAgreeWithOne(shape: Shape) throws {
    var generator = Xoshiro256(seed: UInt64(shape.rows * 1000 + shape.columns))
    let conductances = (0..<shape.rows * shape.columns)
      .map { _ in
        shape.isLogUniform
          ? pow(10, -9 + 6 * generator.uniformDeviate()) : 1e-6 + 1e-4 * generator.uniformDeviate()
      }
    let crossbar = try LinearCrossbar(
      lines: CrossbarLines(
        rows: shape.rows,
        columns: shape.columns,
        wordSegment: shape.segment,
        bitSegment: 0.5 * shape.segment
      ),
      conductances: conductances
    )
    let inputs = (0..<10)
      .map { _ in (0..<shape.rows).map { _ in 2 * generator.uniformDeviate() - 1 } }
    let many = try crossbar.outputs(for: inputs)
    for (vector, outputs) in zip(inputs, many) {
      let single = try crossbar.solution(for: vector).outputs
      let largest = single.map { abs($0) }.max() ?? 0
      for (one, other) in zip(outputs, single) { #expect(abs(one - other) <= 1e-9 * largest) }
    }
  }
}

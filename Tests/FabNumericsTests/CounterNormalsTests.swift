import FabNumerics
import Foundation
import Testing

/// Deviates of single precision in bulk.
@Suite struct CounterNormalsTests {
  private static func numbers(
    _ count: Int,
    from start: UInt64 = 0,
    seed: UInt64 = 3,
    purpose: UInt32 = 0
  ) -> [Float] {
    var result = [Float](repeating: 0, count: count)
    result.withUnsafeMutableBufferPointer {
      CounterNormals(seed: seed, purpose: purpose).fill($0, from: start)
    }
    return result
  }

  @Test func deviatesDependOnTheirPositionAlone() {
    let whole = Self.numbers(500)
    for (start, count) in [(0, 1), (1, 31), (31, 2), (32, 64), (63, 100), (77, 423), (500, 0)] {
      let part = Self.numbers(count, from: UInt64(start))
      #expect(part == Array(whole[start..<(start + count)]), "\(count) from \(start)")
    }
    #expect(Self.numbers(500, seed: 4) != whole)
    #expect(Self.numbers(500, purpose: 1) != whole)
    // Positions beyond 2^35 have counters beyond 2^32.
    #expect(Self.numbers(64, from: 1 << 35) != Self.numbers(64))
  }

  /// The construction in Double: Philox, then Box and Muller.
  @Test func matchesTheConstruction() {
    let found = Self.numbers(64)
    for block in 0..<2 {
      for lane in 0..<8 {
        // Counters run through the lower halves of four lanes, then through the upper ones.
        let counter = UInt64(8 * block + lane / 2 + 4 * (lane % 2))
        let zero = SIMD4<UInt64>(repeating: 0)
        let one = SIMD4<UInt64>(repeating: 1)
        let words = Philox4x32.block((SIMD4(repeating: counter), zero, zero, one), key: (3, 0))
        for (pair, (radius, turn)) in [(words.0, words.1), (words.2, words.3)].enumerated() {
          let length = sqrt(-2 * log((Double(radius[0]) + 0.5) * 0x1p-32))
          let angle = 2 * Double.pi * Double(turn[0] >> 9) * 0x1p-23
          let place = 32 * block + 16 * pair + lane
          #expect(abs(Double(found[place]) - length * cos(angle)) < 3e-6)
          #expect(abs(Double(found[place + 8]) - length * sin(angle)) < 3e-6)
        }
      }
    }
  }

  @Test func deviatesAreNormalAndIndependent() {
    let count = 200_000
    let numbers = Self.numbers(count, seed: 20).map(Double.init)
    let root = Double(count).squareRoot()
    // Five standard errors of each moment.
    #expect(abs(numbers.reduce(0, +) / Double(count)) < 5 / root)
    let squares = numbers.reduce(0) { $0 + $1 * $1 }
    #expect(abs(squares / Double(count) - 1) < 5 * 2.0.squareRoot() / root)
    let cubes = numbers.reduce(0) { $0 + $1 * $1 * $1 }
    #expect(abs(cubes / Double(count)) < 5 * 15.0.squareRoot() / root)
    let fourths = numbers.reduce(0) { $0 + $1 * $1 * $1 * $1 }
    #expect(abs(fourths / Double(count) - 3) < 5 * 96.0.squareRoot() / root)
    // Neighbours, and the two of a pair, also in their squares.
    for lag in [1, 8, 16, 32] {
      var product = 0.0
      var squares = 0.0
      for index in 0..<(count - lag) {
        let (x, y) = (numbers[index], numbers[index + lag])
        product += x * y
        squares += (x * x - 1) * (y * y - 1)
      }
      #expect(abs(product / Double(count)) < 5 / root, "lag \(lag)")
      #expect(abs(squares / Double(count)) < 5 * 2 / root, "lag \(lag)")
    }
    // The largest distance from the distribution function, at 1e-6 of significance.
    let sorted = numbers.sorted()
    var distance = 0.0
    for (index, x) in sorted.enumerated() {
      let expected = NormalDistribution.probability(below: x)
      distance = max(distance, abs(expected - (Double(index) + 0.5) / Double(count)))
    }
    #expect(distance < 2.7 / root)
    #expect(numbers.allSatisfy { abs($0) < 6.8 })
  }
}

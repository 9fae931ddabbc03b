import FabNumerics
import Foundation
import Testing

@Suite struct PhiloxTests {
  /// Known answers of philox4x32-10 from the file kat_vectors of Random123 1.09.
  @Test(
    arguments: [
      ([0, 0, 0, 0, 0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
      (
        Array(repeating: 0xffff_ffff, count: 6),
        [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
      ),
      (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344, 0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ] as [([UInt64], [UInt64])]
  )
  func matchesThePublishedAnswers(input: [UInt64], output: [UInt64]) {
    func words(_ index: Int) -> SIMD4<UInt64> { SIMD4(repeating: input[index]) }
    let found = Philox4x32.block(
      (words(0), words(1), words(2), words(3)),
      key: (UInt32(input[4]), UInt32(input[5]))
    )
    #expect([found.0[0], found.1[1], found.2[2], found.3[3]] == output)
  }

  @Test func deviatesDependOnTheirIndexAlone() {
    let normals = CounterNormals(seed: 3)
    let (first, second) = (normals.deviates(from: 100), normals.deviates(from: 102))
    #expect(first.0[2] == second.0[0])
    #expect(first.3[3] == second.3[1])
    #expect(CounterNormals(seed: 4).deviates(from: 100).0 != first.0)
    #expect(CounterNormals(seed: 3, purpose: 1).deviates(from: 100).0 != first.0)
  }

  @Test func deviatesAreNormalAndIndependent() {
    let normals = CounterNormals(seed: 20)
    let count = 100_000
    var (sums, squares, fourths) =
      (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    var product = 0.0
    for index in stride(from: 0, to: count, by: 4) {
      let found = normals.deviates(from: UInt64(index))
      for lane in 0..<4 {
        let values = SIMD4(found.0[lane], found.1[lane], found.2[lane], found.3[lane])
        sums += values
        squares += values * values
        fourths += values * values * values * values
        product += values[0] * values[1]
      }
    }
    // Five standard errors of each moment.
    let root = Double(count).squareRoot()
    for kind in 0..<4 {
      #expect(abs(sums[kind] / Double(count)) < 5 / root)
      #expect(abs(squares[kind] / Double(count) - 1) < 5 * 2.0.squareRoot() / root)
      #expect(abs(fourths[kind] / Double(count) - 3) < 5 * 96.0.squareRoot() / root)
    }
    #expect(abs(product / Double(count)) < 5 / root)
  }

  @Test func sineAndCosineAgreeWithTheScalarOnes() {
    var generator = Xoshiro256(seed: 1)
    for _ in 0..<5000 {
      let turns = 4 * generator.uniformDeviate() - 2
      let found = VectorMath.sineAndCosine(turns: SIMD4(repeating: turns))
      // The argument of the scalar functions is rounded: 2 pi turns has an error of up to 2e-15.
      #expect(abs(found.sine[0] - sin(2 * .pi * turns)) < 3e-15)
      #expect(abs(found.cosine[3] - cos(2 * .pi * turns)) < 3e-15)
    }
  }
}

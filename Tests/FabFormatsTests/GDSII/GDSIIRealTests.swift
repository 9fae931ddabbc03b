import FabNumerics
import Testing

@testable import FabFormats

@Suite struct GDSIIRealTests {
  @Test(
    arguments: [
      (1e-3, 0x3E41_8937_4BC6_A7F0), (1e-9, 0x3944_B82F_A09B_5A54), (1e-6, 0x3C10_C6F7_A0B5_ED8D),
      (1.0, 0x4110_0000_0000_0000), (2.0, 0x4120_0000_0000_0000), (0.5, 0x4080_0000_0000_0000),
      (16.0, 0x4210_0000_0000_0000), (45.0, 0x422D_0000_0000_0000), (90.0, 0x425A_0000_0000_0000),
      (0.0, 0),
    ] as [(Double, UInt64)]
  )
  func matchesKnownBits(value: Double, bits: UInt64) {
    #expect(GDSIIReal.bits(of: value) == bits)
    #expect(GDSIIReal.value(of: bits) == value)
    if value != 0 {
      #expect(GDSIIReal.bits(of: -value) == bits | 1 << 63)
      #expect(GDSIIReal.value(of: bits | 1 << 63) == -value)
    }
  }

  @Test func readsBackEveryDoubleInRange() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<10_000 {
      let exponent = Int.random(in: -255...250, using: &random)
      let value = Double(
        sign: Bool.random(using: &random) ? .minus : .plus,
        exponent: exponent,
        significand: Double.random(in: 1..<2, using: &random)
      )
      #expect(GDSIIReal.bits(of: value).map(GDSIIReal.value) == value)
    }
  }

  @Test(arguments: [Double.infinity, .nan, 1e80, 1e-80, .leastNonzeroMagnitude])
  func refusesWhatDoesNotFit(value: Double) {
    #expect(GDSIIReal.bits(of: value) == nil)
  }
}

import FabUnits
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("1.50", "1.5"), ("-0.001", "-0.001"), ("1e3", "1000"), ("0", "0"), ("12e-9", "1.2e-8"),
    ("3e20", "3e20"), ("+7", "7"), ("007", "7"), ("100e-2", "1"),
  ])
  func readsAndPrints(text: String, printed: String) throws {
    #expect(try #require(ExactDecimal(text)).description == printed)
  }

  @Test(arguments: ["", ".", "1.2.3", "1e", "e5", "0x10", "1234567890123456789", "١"])
  func refuses(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func roundTripsDoubles() {
    var state: UInt64 = 42
    for _ in 0..<10_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(Int64(bitPattern: state) >> 12) * 1e-9
      #expect(ExactDecimal(value)?.doubleValue == value)
    }
  }

  @Test func tellsIntegers() {
    #expect(ExactDecimal("5.0e6")?.integerValue == 5_000_000)
    #expect(ExactDecimal("0.5")?.integerValue == nil)
    #expect(ExactDecimal("1e30")?.integerValue == nil)
  }
}

import FabUnits
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    "6 nm", "60 Å", "60 \u{212B}", "0.006 µm", "0.006 um", "6e-6 mm", "6nm", " 6 nm ",
  ])
  func readsOneLengthInAnySpelling(text: String) throws {
    #expect(try Length(parsing: text).siValue == 6e-9)
  }

  @Test(arguments: ["0.1 Å/s", "0.1 A/s", "0.6 nm/min", "0.01 nm/s", "0.1 Å s⁻¹"])
  func readsOneRateInAnySpelling(text: String) throws {
    #expect(try DepositionRate(parsing: text).siValue == 1e-11)
  }

  @Test func keepsTypedDigits() throws {
    #expect(try Temperature(parsing: "180 °C").siValue == 453.15)
    #expect(try Temperature(parsing: "180 °C").text(in: .celsius) == "180 °C")
    #expect(try Length(parsing: "0.3 mm").text(in: .micrometre) == "300 µm")
    #expect(try Length(parsing: "4 in").text(in: .millimetre) == "101.6 mm")
    #expect(try Length(parsing: "250 nm").description == "250 nm")
    #expect(try Length(parsing: "100 mm").description == "100 mm")
    #expect(try Density(parsing: "6.16 g/cm3").text(in: .gramPerCubicCentimetre) == "6.16 g/cm3")
  }

  @Test(arguments: [
    ("250", QuantityError.missingUnit(number: "250")),
    ("250 s", .wrongDimension(found: "a time", unit: "s")),
    ("250 furlong", .unknownUnit("furlong")),
    ("NaN nm", .notFinite("NaN nm")),
    ("-inf nm", .notFinite("-inf nm")),
    ("1e399 nm", .notFinite("1e399")),
    ("nm", .notANumber("nm")),
    ("1-2 nm", .notANumber("1-2")),
    ("0,1 nm", .decimalComma("0,1 nm")),
    ("", .notANumber("")),
  ])
  func refusesWithReason(text: String, expected: QuantityError) {
    #expect(throws: expected) { try Length(parsing: text) }
  }

  @Test func dividesQuantitiesOfOneDimension() {
    #expect(Length(6, .nanometre) / Length(3, .nanometre) == 2)
  }
}

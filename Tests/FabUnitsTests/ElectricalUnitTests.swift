import FabUnits
import Testing

@Suite struct ElectricalUnitTests {
  @Test func spellingsOfOneValueAreOneNumber() throws {
    for text in ["0.2 V", "200 mV", "200mV", "200000 µV", "200000 uV", "0.0002 kV"] {
      #expect(try Voltage(parsing: text).siValue == 0.2, "\(text)")
    }
    for text in ["1 nA", "0.001 uA", "0.001 µA", "0.001 μA", "1000 pA", "1e-9 A"] {
      #expect(try ElectricCurrent(parsing: text).siValue == 1e-9, "\(text)")
    }
    for text in ["10 kohm", "10kΩ", "10000 \u{2126}", "0.01 Mohm", "10000 Ohm"] {
      #expect(try Resistance(parsing: text).siValue == 10_000, "\(text)")
    }
    for text in ["100 µS", "100 uS", "0.1 mS", "100000 nS", "0.0001 S"] {
      #expect(try Conductance(parsing: text).siValue == 1e-4, "\(text)")
    }
  }

  @Test func unitsOfOtherDimensionsAreNamed() {
    #expect(throws: QuantityError.wrongDimension(found: "a time", unit: "s")) {
      try Conductance(parsing: "1 s")
    }
    #expect(throws: QuantityError.wrongDimension(found: "a conductance", unit: "S")) {
      try Time(parsing: "1 S")
    }
    #expect(throws: QuantityError.wrongDimension(found: "a current", unit: "A")) {
      try Length(parsing: "1 A")
    }
  }

  @Test func noSpellingBelongsToTwoDimensions() {
    var owners: [String: String] = [:]
    for dimension in UnitCatalogue.dimensions {
      for spelling in dimension.units.flatMap({ [$0.symbol] + $0.aliases }) {
        #expect(owners[spelling] == nil, "'\(spelling)' is \(dimension.name) too")
        owners[spelling] = dimension.name
      }
    }
  }
}

import FabDevices
import FabOperators
import FabUnits

/// Entries and studies of the same units on the bench.
enum CodebookFixture {
  static func population(
    _ name: OperatorName,
    law: VariationLaw = .matched,
    seed: UInt64 = 11
  ) throws -> UnitPopulation {
    UnitPopulation(
      placements: [try .bench(count: name.modes.count, law: law)],
      law: law,
      seed: seed
    )
  }

  static func entry(
    _ name: OperatorName,
    law: VariationLaw = .matched,
    units: Int,
    seed: UInt64 = 11,
    conditions: OperatorConditions? = nil,
    grid: CodebookGrid = CodebookGrid()
  ) throws -> CodebookEntry {
    try name.codebookEntry(
      population: population(name, law: law, seed: seed),
      unitCount: units,
      conditions: conditions ?? OperatorConditions(readoutSpread: 0),
      grid: grid
    )
  }

  static func study(
    _ name: OperatorName,
    units: Int,
    seed: UInt64 = 11,
    conditions: OperatorConditions? = nil
  ) throws -> OperatorStudy {
    try name.study(
      population: population(name, seed: seed),
      unitCount: units,
      conditions: conditions ?? OperatorConditions(readoutSpread: 0)
    )
  }

  static func curve(_ name: OperatorName, units: Int = 40) throws -> ResponseCurve {
    try Codebook(
      identity: CodebookIdentity(name: "test", source: .bench),
      entries: [entry(name, units: units)]
    )
    .curve(name)
  }

  static func surface(_ name: OperatorName, units: Int, points: Int = 24) throws -> GainSurface {
    try Codebook(
      identity: CodebookIdentity(name: "test", source: .bench),
      entries: [entry(name, units: units, grid: CodebookGrid(surfacePoints: points))]
    )
    .surface(name)
  }

  /// A stand-in for SHA-256, which this target doesn't know: 64 digits that differ with every byte.
  static func hash(_ bytes: [UInt8]) -> String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
  }
}

import FabDiagnostics
import FabQuality
import Foundation
import Testing

@Suite struct BinRulesetTests {
  private static func shipped() throws -> BinRuleset {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Bins/pcu-default.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try BinRuleset.read(SourceText(name: "pcu-default.yaml", text: text))
  }

  private func values(
    _ changes: [BinSubject: [BinCharacteristic: Double]] = [:]
  ) -> [BinSubject: [BinCharacteristic: Double]] {
    // The nominal devices of the simulator.
    let diode: [BinCharacteristic: Double] = [
      .saturationCurrent: 1e-9, .ideality: 2, .seriesResistance: 100, .shuntResistance: 1e12,
    ]
    let nominal: [BinSubject: [BinCharacteristic: Double]] = [
      .diode1: diode, .diode2: diode,
      .multistate: [.lowestConductance: 1e-6, .highestConductance: 1.25e-3],
      .binary: [.onOffRatio: 1e10 / 300, .setVoltage: 0.6],
    ]
    return nominal.merging(changes) { old, new in old.merging(new) { $1 } }
  }

  @Test func nominalUnitIsGood() throws {
    let results = try Self.shipped().results(for: values())
    #expect(results.map(\.subject) == BinSubject.allCases)
    #expect(results.allSatisfy { $0.quality == .pass && $0.code == 1 })
    #expect(results.last?.reason == "Pass: D1, D2, M1, M2")
  }

  @Test(arguments: [
    (BinSubject.diode1, [BinCharacteristic.shuntResistance: 1e5], 10, 40),
    (.diode2, [.saturationCurrent: 1e-7], 11, 40), (.diode1, [.saturationCurrent: 1e-14], 12, 40),
    (.diode1, [.ideality: 3], 13, 40), (.diode1, [.seriesResistance: 5000], 19, 40),
    (.multistate, [.lowestConductance: 2e-4], 20, 41),
    (.multistate, [.highestConductance: 5e-6], 21, 41),
    (.multistate, [.lowestConductance: 5e-5], 22, 41), (.binary, [.onOffRatio: 2], 30, 42),
    (.binary, [.onOffRatio: 1e4], 31, 42), (.binary, [.setVoltage: 1.4], 32, 42),
  ])
  func faultsFallIntoTheirBins(
    _ subject: BinSubject,
    _ change: [BinCharacteristic: Double],
    _ code: Int,
    _ unit: Int
  ) throws {
    let results = try Self.shipped().results(for: values([subject: change]))
    #expect(results.first { $0.subject == subject }?.code == code)
    #expect(results.first { $0.subject == .unit }?.code == unit)
    #expect(results.count { $0.quality == .fail } == 2)
  }

  @Test func whatWasNotMeasuredIsSkipped() throws {
    let results = try Self.shipped().results(for: [:])
    #expect(results.allSatisfy { $0.quality == .skip && $0.code == 0 })
    #expect(results[0].reason == "saturationCurrent not measured; ideality not measured")
    #expect(throws: QualityError.notFinite(index: 3)) {
      try Self.shipped().results(for: [.binary: [.onOffRatio: .infinity]])
    }
  }

  private func defects(_ bins: String) -> [String] {
    let text = "format: pcu-fab bins 1\nname: a\nversion: 1\nbins:\n" + bins
    do {
      _ = try BinRuleset.read(SourceText(name: "b.yaml", text: text))
      return []
    } catch {
      return error.diagnostics.map { diagnostic in
        guard case .text(let range)? = diagnostic.place else { return diagnostic.code.rawValue }
        return "\(range.start.line):\(range.start.column) \(diagnostic.code.rawValue)"
      }
    }
  }

  private static let rest = "    - { code: 9, quality: Fail, name: other }\n"

  private static let faults: [(String, String)] = [
    ("  D1:\n    - { code: 256, quality: Pass, name: a }\n", "6:15 out-of-range"),
    ("  D1:\n    - { code: 1, quality: Good, name: a }\n", "6:27 unknown-choice"),
    ("  D1:\n    - { code: 1, quality: Pass, name: a, extra: 1 }\n", "6:42 unknown-key"),
    ("  D1:\n    - { code: 1, quality: Pass }\n", "6:7 missing-key"),
    ("  D3:\n    - { code: 1, quality: Pass, name: a }\n", "5:3 unknown-key"),
    (
      "  D1:\n    - { code: 1, quality: Pass, name: a, missing: [onOffRatio] }\n" + rest,
      "6:52 unknown-choice"
    ),
    (
      "  D1:\n    - { code: 1, quality: Pass, name: a, when: { ideality: { min: 2, max: 1, unit: \"1\" } } }\n"
        + rest,
      "6:60 out-of-range"
    ),
    (
      "  D1:\n    - { code: 1, quality: Pass, name: a, when: { saturationCurrent: { min: 2, unit: mA } } }\n"
        + rest,
      "6:69 unknown-unit"
    ),
    (
      "  D1:\n    - { code: 1, quality: Pass, name: a, when: { ideality: { unit: \"1\" } } }\n"
        + rest,
      "6:60 missing-key"
    ),
    (
      "  D1:\n    - { code: 9, quality: Pass, name: a, missing: [ideality] }\n" + rest,
      "7:15 duplicate-name"
    ),
    (
      "  D1:\n    - { code: 1, quality: Pass, name: a }\n" + rest, "7:7 out-of-range"
    ),
    (
      "  D1:\n    - { code: 1, quality: Pass, name: a, missing: [ideality] }\n", "6:5 missing-key"
    ),
    (
      "  PCU:\n    - { code: 1, quality: Pass, name: a, all: { quality: Pass, of: [D4] } }\n"
        + rest,
      "6:69 unknown-component"
    ),
  ]

  @Test(arguments: faults) func defectsAreNamedWithTheirPlace(_ bins: String, _ expected: String) {
    #expect(defects(bins).contains(expected), "found \(defects(bins))")
  }

  @Test func otherFormatsAreRefused() {
    let text = "format: pcu-fab bins 2\nname: a\nversion: 1\nbins:\n  D1:\n" + Self.rest
    #expect(throws: DiagnosticError.self) {
      try BinRuleset.read(SourceText(name: "b.yaml", text: text))
    }
    #expect(defects("  D1:\n" + Self.rest).isEmpty)
    #expect(defects("  {}\n") == ["5:3 missing-key"])
  }
}

import FabDiagnostics
import FabHash
import FabStore
import Foundation
import Testing

@testable import FabStore

/// Rows that follow from an entry: steps, sites, bins and the bins of devices.
@Suite struct DerivedTests {
  private func made() throws -> TestLab {
    let lab = try TestLab()
    _ = try lab.writing()
      .write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
        for name in ["one", "two"] {
          try lab.keepLayout(named: name, with: writer)
        }
        let rules = BinRuleset(sha256: TestLab.hash("rules"), name: "r", version: 1, rules: "{}")
        try writer.keep(
          rules,
          bins: [(1, "Pass"), (2, "Fail")]
            .map {
              BinDefinition(
                ruleset: rules.sha256,
                component: "PCU",
                code: $0.0,
                quality: $0.1,
                name: $0.1
              )
            }
        )
        for code in 1...2 {
          _ = try writer.addBins(
            (1...3)
              .map {
                BinResult(
                  wafer: "W1",
                  pass: 0,
                  component: "PCU",
                  site: $0,
                  ruleset: rules.sha256,
                  code: code,
                  reason: "shorted"
                )
              },
            wafer: "W1",
            origin: "measured values",
            at: lab.now
          )
        }
      }
    return lab
  }

  @Test func batchesAreInTheAuditOnceAndInNoListOfChanges() throws {
    let lab = try made()
    let store = try lab.writing()
    let outcome = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
      try lab.keepLayout(named: "one", with: writer)
      try lab.keepLayout(named: "three", with: writer)
    }
    #expect(outcome.changes.map(\.entity) == ["recipe", "layout"])
    let check = try store.check()
    #expect(check.findings.isEmpty, "\(check.findings)")
    let batches = try store.read { reader throws(DiagnosticError) in
      try reader.all(AuditEntry.self)
        .filter { DerivedTable.all.map(\.name).contains($0.entity) }
    }
    let (one, three) = (TestLab.hash("one"), TestLab.hash("three"))
    #expect(batches.filter { $0.entityId == one }.map(\.entity) == ["recipe_step", "site"])
    #expect(batches.filter { $0.entityId == three }.map(\.entity) == ["recipe_step", "site"])
    #expect(
      batches.filter { $0.entity == "bin_result" }.map(\.entityId) == ["W1/1", "W1/2"]
    )
    for (name, count) in [("recipe step", 6), ("site", 9), ("bin", 2), ("bin result", 6)] {
      #expect(check.parts.contains { $0.name == name && $0.count == count && $0.defects == 0 })
    }
  }

  /// What another program does once the triggers are gone, and a word of the finding.
  static let tamperings: [(sql: String, word: String)] = [
    ("UPDATE site SET x_um = x_um + 1 WHERE id = 2", "sites of the layout '\(one)' were changed"),
    ("UPDATE site SET row = 1 WHERE id = 2", "sites of the layout '\(one)' were changed"),
    ("UPDATE site SET label = 'S9' WHERE id = 2", "sites of the layout '\(one)' were changed"),
    ("UPDATE site SET id = 99 WHERE id = 6", "sites of the layout '\(two)' were changed"),
    ("DELETE FROM site WHERE layout = '\(two)'", "sites of the layout '\(two)' were deleted"),
    (
      "INSERT INTO site SELECT 77, layout, 'S9', kind, block, row, col, 0, 0, 1, 1 FROM site WHERE id = 1",
      "sites of the layout '\(one)' were changed"
    ),
    ("DELETE FROM recipe_step WHERE seq = 2", "steps of the recipe '\(one)' were changed"),
    (
      "UPDATE recipe_step SET thickness_nm = 501.0 WHERE seq = 1",
      "steps of the recipe '\(two)' were changed"
    ),
    (
      "UPDATE recipe_step SET pressure_pa = thickness_nm, thickness_nm = NULL WHERE seq = 1",
      "steps of the recipe '\(one)' were changed"
    ),
    ("UPDATE bin SET quality = 'Pass' WHERE code = 2", "bins of the bin ruleset"),
    (
      "UPDATE bin_result SET code = 2 WHERE pass = 1 AND site = 1",
      "bins of devices of the binning 'W1/1' were changed"
    ),
    (
      "UPDATE bin_result SET pass = 3 WHERE pass = 2",
      "bins of devices of the binning 'W1/3' were added"
    ),
    (
      "UPDATE bin_result SET pass = 3 WHERE pass = 2",
      "bins of devices of the binning 'W1/2' were deleted"
    ),
    (
      "INSERT INTO measurement_set SELECT 1, 'W1', 'edge', '', NULL, NULL, NULL, NULL, '', '', NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, 0; INSERT INTO source_file SELECT '\(one)', '', 0, 'stored', x''; INSERT INTO curve SELECT 1, 1, 'iv', '\(one)', 1",
      "curves of the measurement set '1' were added"
    ),
  ]

  private static let (one, two) = (TestLab.hash("one"), TestLab.hash("two"))

  @Test(arguments: tamperings)
  func changesPastTheToolAreFound(_ tampering: (sql: String, word: String)) throws {
    let lab = try made()
    try lab.raw(
      "PRAGMA foreign_keys = OFF; "
        + ["site", "recipe_step", "bin", "bin_result"]
        .map { "DROP TRIGGER \($0)_no_update; DROP TRIGGER \($0)_no_delete; " }.joined()
        + tampering.sql
    )
    let findings = try lab.reading().check().findings
    #expect(findings.contains { $0.summary.contains(tampering.word) }, "\(findings)")
    #expect(findings.contains { $0.code == .auditBroken })
  }

  @Test func aSchemaThatGainsAColumnKeepsTheDigests() throws {
    let lab = try made()
    try lab.raw("ALTER TABLE site ADD COLUMN rotation_deg REAL")
    #expect(try lab.reading().check().findings.isEmpty)
  }
}

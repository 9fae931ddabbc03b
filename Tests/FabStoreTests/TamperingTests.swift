import FabDiagnostics
import FabStore
import Foundation
import GRDB
import Testing

@testable import FabStore

@Suite struct TamperingTests {
  private static let appendOnly = [
    "audit", "measured_value", "measurement_set", "recipe", "recipe_step", "layout", "site",
    "source_file", "import",
    "attachment", "spec", "calibration", "equipment_state", "genealogy", "run_wafer", "run_step",
    "material_use",
    "curve", "control_limits", "bin_ruleset", "bin", "bin_result", "bin_pass", "verification",
    "migration",
  ]

  private func made() throws -> TestLab {
    let lab = try TestLab()
    try lab.addSets(5, to: lab.writing())
    return lab
  }

  private func triggers(of lab: TestLab) throws -> [String] {
    let store = try lab.reading()
    defer { withExtendedLifetime(store) {} }
    return try store.queue.read {
      try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    }
  }

  @Test(arguments: [
    "UPDATE audit SET actor = 'eve' WHERE seq = 2", "DELETE FROM audit WHERE seq = 2",
    "INSERT OR REPLACE INTO audit SELECT seq, at, 'eve', action, entity, entity_id, before_json, after_json, prev_hash, hash FROM audit WHERE seq = 2",
    "UPDATE measured_value SET value = 1", "DELETE FROM measured_value",
    "INSERT OR REPLACE INTO measured_value (id, value) VALUES (1048577, 1.0)",
    "UPDATE measurement_set SET mean = 1.0", "DELETE FROM measurement_set", "DELETE FROM wafer",
    "DELETE FROM material", "REPLACE INTO lot (code, state) VALUES ('L1', 'closed')",
    "REPLACE INTO migration VALUES (1, '', '\(String(repeating: "0", count: 64))', '')",
  ])
  func rowsThatNeverChangeCannotBeChanged(_ sql: String) throws {
    let lab = try made()
    let store = try lab.writing()
    #expect(throws: DatabaseError.self) { try store.queue.write { try $0.execute(sql: sql) } }
    #expect(try store.check().findings.isEmpty)
  }

  @Test func everyTableThatNeverChangesHasItsTriggers() throws {
    let lab = try TestLab()
    let triggers = Set(try triggers(of: lab))
    for table in Self.appendOnly {
      #expect(triggers.isSuperset(of: ["\(table)_no_update", "\(table)_no_delete"]), "\(table)")
    }
  }

  /// What another program does once the triggers are gone, and a word of the finding.
  static let tamperings: [(sql: String, word: String)] = [
    ("UPDATE audit SET actor = 'eve' WHERE seq = 3", "entry 3"),
    ("UPDATE audit SET after_json = replace(after_json, 'pbi2', 'PbI2') WHERE seq = 1", "entry 1"),
    ("DELETE FROM audit WHERE seq = 4", "entries 4 to 4 are missing"),
    ("DELETE FROM audit WHERE seq > 7", "missing at the end"),
    (
      "DELETE FROM audit WHERE seq > 7; UPDATE sqlite_sequence SET seq = 7 WHERE name = 'audit'",
      "was added outside"
    ),
    (
      "INSERT OR REPLACE INTO audit SELECT seq, at, 'eve', action, entity, entity_id, before_json, after_json, prev_hash, hash FROM audit WHERE seq = 2",
      "entry 2"
    ),
    ("UPDATE material SET density_g_per_cm3 = 7.0", "material 'pbi2' was changed"),
    ("INSERT INTO lot (code, state) VALUES ('L9', 'open')", "lot 'L9' was added"),
    ("DELETE FROM material", "material 'pbi2' was deleted"),
    ("UPDATE measured_value SET value = value + 1 WHERE id = 2 * 1048576 + 7", "set 2"),
    ("UPDATE measured_value SET flags = 2 WHERE id = 2 * 1048576 + 7", "set 2"),
    ("DELETE FROM measured_value WHERE id = 2 * 1048576 + 49", "set 2"),
    ("UPDATE measured_value SET id = id + 1 WHERE id = 2 * 1048576 + 49", "set 2"),
    ("UPDATE measured_value SET id = id + 1048576 * 7 WHERE id = 2 * 1048576 + 49", "set 9, which"),
    ("INSERT INTO measured_value (id, value) VALUES (4 * 1048576 + 50, 1.0)", "set 4"),
    (
      "INSERT INTO measured_value (id, value) VALUES (9223372036854775807, 1.0)",
      "which isn't there"
    ),
    (
      "PRAGMA ignore_check_constraints = ON; INSERT INTO measured_value (id, value) VALUES (-1, 1.0)",
      "set -1, which"
    ),
    ("DELETE FROM measurement_set WHERE id = 3", "values of measurement set 3, which"),
    (
      "DELETE FROM measured_value WHERE id >> 20 = 3; DELETE FROM measurement_set WHERE id = 3",
      "sets 3 to 3"
    ),
    ("UPDATE measurement_set SET operator_name = 'eve' WHERE id = 4", "sets 4 to 4"),
    ("UPDATE measurement_set SET supersedes = 1 WHERE id = 4", "sets 4 to 4"),
    ("UPDATE measurement_set SET generated = 1, plan = 'x' WHERE id = 4", "sets 4 to 4"),
    ("UPDATE measurement_set SET mean = mean + 1 WHERE id = 4", "set 4"),
    (
      "INSERT INTO measurement_set SELECT 99, wafer, characteristic, component, run, seq, equipment, plan, measured_at, operator_name, import, supersedes, generated, 0, 0, NULL, NULL, NULL, NULL, 0 FROM measurement_set WHERE id = 1",
      "set 99 was added"
    ),
    ("UPDATE measurement_set SET wafer = 'W9' WHERE id = 1", "refers to a row of wafer"),
    (
      "UPDATE migration SET sha256 = '\(String(repeating: "0", count: 64))' WHERE version = 1",
      "version 1"
    ),
    ("DELETE FROM migration WHERE version = 2", "record of schema versions"),
  ]

  @Test(arguments: tamperings)
  func changesPastTheToolAreFound(_ tampering: (sql: String, word: String)) throws {
    let lab = try made()
    let triggers = try triggers(of: lab)
    try lab.raw(
      "PRAGMA foreign_keys = OFF; " + triggers.map { "DROP TRIGGER \($0); " }.joined()
        + tampering.sql
    )
    let findings = try lab.reading().check().findings.map(\.summary)
    #expect(findings.contains { $0.contains(tampering.word) }, "\(findings)")
  }

  @Test func anEntryOfTheAuditWhoseHashWasMadeAnewIsFound() throws {
    let lab = try made()
    let entry = try #require(
      try lab.reading()
        .read { reader throws(DiagnosticError) in try reader.find(AuditEntry.self, .integer(3)) }
    )
    let forged = AuditLink(
      number: entry.seq,
      at: entry.at.text,
      actor: "eve",
      action: entry.action,
      entity: entry.entity,
      name: entry.entityId,
      before: entry.beforeJson?.canonical,
      after: entry.afterJson?.canonical
    )
    let hash = forged.hash(after: entry.prevHash)
    try lab.raw(
      "DROP TRIGGER audit_no_update; UPDATE audit SET actor = 'eve', hash = '\(hash)' WHERE seq = 3"
    )
    let findings = try lab.reading().check().findings.map(\.summary)
    #expect(findings.contains { $0.contains("entry 4 doesn't follow") }, "\(findings)")
  }

  @Test func aFileKeptAndChangedIsFound() throws {
    let lab = try TestLab()
    let file = StoredFile(name: "a.csv", bytes: [1, 2, 3])
    _ = try lab.writing()
      .write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in try writer.keep(file) }
    try lab.raw("DROP TRIGGER source_file_no_update; UPDATE source_file SET data = x'010204'")
    #expect(try lab.reading().check().findings.map(\.code) == [.damagedDatabase])
    // A length that no bytes can have takes no memory.
    try lab.raw("UPDATE source_file SET encoding = 'deflate', bytes = 9000000000000000000")
    #expect(try lab.reading().check().findings.map(\.code) == [.damagedDatabase])
  }
}

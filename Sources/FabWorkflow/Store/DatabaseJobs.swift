public import FabDiagnostics
import FabStore
import Foundation

/// What `db …` does, one method a subcommand.
public enum DatabaseJobs {
  /// Makes a database.
  ///
  /// - Throws: A ``DiagnosticError`` if something is there, or it can't be made.
  public static func make(_ path: String) throws(DiagnosticError) -> CommandOutput {
    try Store.create(path: path, at: LabClock.now())
    return output(
      "made \(path), version \(Store.currentVersion) of the schema\n",
      ["database": .text(path), "schemaVersion": .integer(Int64(Store.currentVersion))]
    )
  }

  /// Checks a database.
  ///
  /// - Throws: A ``DiagnosticError`` if it can't be read.
  public static func check(_ path: String) throws(DiagnosticError) -> CommandOutput {
    let found = try Store(path: path, access: .reading).check()
    var table = TextTable([("checked", .left), ("number", .right), ("defects", .right)])
    table.rows = found.parts.filter { $0.count > 0 || $0.defects > 0 }
      .map { [$0.name, "\($0.count)", "\($0.defects)"] }
    let verdict = found.findings.isEmpty ? "sound" : "damaged"
    return CommandOutput(
      text: table.text + "\n\(path) is \(verdict)\n",
      json: JSONText.encode(CheckReport(database: path, verdict: verdict, parts: found.parts)),
      messages: found.findings,
      isClean: found.findings.isEmpty
    )
  }

  private struct CheckReport: Encodable {
    let database: String
    let verdict: String
    let parts: [StoreCheck.Part]
  }

  /// Copies a database as it is at this moment.
  ///
  /// - Throws: A ``DiagnosticError``; there is no copy then.
  public static func backup(
    _ path: String,
    to target: String?
  ) throws(DiagnosticError) -> CommandOutput {
    var copy = target ?? ""
    if target == nil { copy = try name(beside: path, "backup") }
    let store = try Store(path: path, access: .reading)
    _ = try store.backup(to: copy)
    let head = try Store(path: copy, access: .reading)
      .read { (reader) throws(DiagnosticError) in try reader.verifyAudit() }
    return output(
      "copied \(path) to \(copy), and checked the copy\naudit: \(head.entries) entries, head \(head.head)\n",
      [
        "database": .text(path), "backup": .text(copy), "auditHead": .text(head.head),
        "auditEntries": .integer(Int64(head.entries)),
      ]
    )
  }

  /// Puts a backup in the place of a database.
  ///
  /// - Throws: A ``DiagnosticError``; the old database is in its place then.
  public static func restore(
    _ backup: String,
    to path: String
  ) throws(DiagnosticError) -> CommandOutput {
    let kept = try name(beside: path, "before-restore")
    let hadOld = try Store.restore(backup, to: path, keeping: kept)
    var text = "restored \(path) from \(backup)\n"
    if hadOld { text += "the old database is \(kept)\n" }
    return output(
      text,
      [
        "database": .text(path), "backup": .text(backup), "kept": hadOld ? .text(kept) : .null,
      ]
    )
  }

  /// Brings a database to the version of this tool.
  ///
  /// - Throws: A ``DiagnosticError``; the database is as it was before the step that failed.
  public static func migrate(_ path: String) throws(DiagnosticError) -> CommandOutput {
    let now = try LabClock.now()
    let backup = try name(beside: path, "before-migration")
    let old = try Store.migrate(path: path, backup: backup, at: now)
    let new = Store.currentVersion
    let text =
      old == new
      ? "\(path) has version \(new) already\n"
      : "brought \(path) from version \(old) to \(new)\nthe old database is \(backup)\n"
    return output(
      text,
      [
        "database": .text(path), "from": .integer(Int64(old)), "to": .integer(Int64(new)),
        "backup": old == new ? .null : .text(backup),
      ]
    )
  }

  /// Counts what a database has.
  ///
  /// - Throws: A ``DiagnosticError`` if it can't be read.
  public static func statistics(_ path: String) throws(DiagnosticError) -> CommandOutput {
    let statistics = try Store(path: path, access: .reading).statistics()
    var table = TextTable([("table", .left), ("rows", .right)])
    table.rows = statistics.tables.map { [$0.name.replacing("_", with: " "), "\($0.rows)"] }
    return CommandOutput(
      text: table.text
        + "\n\(statistics.bytes) bytes, SQLite \(statistics.sqliteVersion), schema version \(statistics.schemaVersion)\n",
      json: JSONText.encode(statistics)
    )
  }

  /// A name beside the database that nobody has: `lab.backup-1.sqlite`.
  private static func name(beside path: String, _ word: String) throws(DiagnosticError) -> String {
    let suffix = path.hasSuffix(".sqlite") ? ".sqlite" : ""
    let stem = path.dropLast(suffix.count)
    for number in 1...9999 {
      let name = "\(stem).\(word)-\(number)\(suffix)"
      if access(name, F_OK) != 0 { return name }
    }
    throw DiagnosticError(
      Diagnostic(
        .foreignOutput,
        at: .file(path),
        "there are 9999 copies beside it already",
        fixes: ["name another file"]
      )
    )
  }

  private static func output(_ text: String, _ json: [String: JSONValue]) -> CommandOutput {
    CommandOutput(text: text, json: JSONText.encode(json))
  }
}

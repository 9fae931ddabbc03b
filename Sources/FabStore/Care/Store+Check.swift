public import FabDiagnostics
import FabHash
import GRDB

extension Store {
  /// Looks at everything: pages, references, the audit, rows against the audit, values against their digests, files against
  /// their hashes.
  ///
  /// - Throws: A ``DiagnosticError`` if the database can't be read at all.
  public func check() throws(DiagnosticError) -> StoreCheck {
    try StoreFailure.guarded(path) {
      try queue.read { database in
        var check = try StoreCheck.quick(database, path: path)
        guard check.findings.isEmpty else { return check }
        let reader = StoreReader(database: database, path: path)
        try check.addMigrations(database, path: path)
        let audit = try reader.verifyAudit()
        check.add("audit entries", count: audit.entries, audit.findings)
        try check.addRows(reader)
        try check.addDerived(reader)
        try check.addValues(database, path: path)
        try check.addFiles(reader)
        return check
      }
    }
  }
}

extension StoreCheck {
  mutating func addMigrations(_ database: Database, path: String) throws {
    let hashes = try String.fetchAll(database, sql: "SELECT sha256 FROM migration ORDER BY version")
    var defects: [Diagnostic] = []
    if hashes.count != Migrations.all.count {
      defects.append(
        Diagnostic(
          .damagedDatabase,
          at: .file(path),
          "the record of schema versions has \(hashes.count) entries instead of \(Migrations.all.count)"
        )
      )
    }
    for (hash, step) in zip(hashes, Migrations.all) {
      guard hash != ContentHash(of: Array(step.sql.utf8)).hexadecimal else { continue }
      defects.append(
        Diagnostic(
          .damagedDatabase,
          at: .file(path),
          "version \(step.version) of the schema isn't the one that this tool makes"
        )
      )
    }
    add("versions of the schema", count: hashes.count, defects)
  }

  mutating func addFiles(_ reader: StoreReader) throws {
    let hashes = try String.fetchAll(reader.database, sql: "SELECT sha256 FROM source_file")
    var defects: [Diagnostic] = []
    for hash in hashes {
      do throws(DiagnosticError) {
        _ = try reader.bytes(ofFile: hash)
      } catch {
        defects += error.diagnostics
      }
    }
    add("files", count: hashes.count, defects)
  }
}

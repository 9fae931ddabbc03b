public import FabDiagnostics
import GRDB

extension StoreReader {
  /// Follows the chain of hashes through the audit.
  ///
  /// - Throws: A ``DiagnosticError`` if the database can't be read.
  public func verifyAudit() throws(DiagnosticError) -> AuditVerdict {
    var previous = AuditChain.origin
    var expected: Int64 = 1
    var count = 0
    var findings: [Diagnostic] = []
    try StoreFailure.guarded(path) {
      let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM audit ORDER BY seq")
      while let row = try cursor.next() {
        let link = AuditLink(
          number: row["seq"],
          at: row["at"],
          actor: row["actor"],
          action: row["action"],
          entity: row["entity"],
          name: row["entity_id"],
          before: row["before_json"],
          after: row["after_json"]
        )
        let stated: String = row["prev_hash"]
        let hash: String = row["hash"]
        if link.number != expected {
          findings.append(broken("entries \(expected) to \(link.number - 1) are missing"))
        } else if stated != previous {
          findings.append(broken("entry \(link.number) doesn't follow the one before it"))
        } else if link.hash(after: stated) != hash {
          findings.append(
            broken("entry \(link.number) (\(link.action) \(link.entity) \(link.name)) was altered")
          )
        }
        previous = hash
        expected = link.number + 1
        count += 1
      }
      let last = try Int64.fetchOne(
        database,
        sql: "SELECT seq FROM sqlite_sequence WHERE name = 'audit'"
      )
      if let last, last >= expected {
        findings.append(broken("entries \(expected) to \(last) are missing at the end"))
      }
    }
    return AuditVerdict(entries: count, head: previous, findings: findings)
  }

  private func broken(_ text: String) -> Diagnostic {
    Diagnostic(
      .auditBroken,
      at: .file(path),
      "audit: \(text)",
      fixes: ["find out who changed the file outside pcu-fab; restore a backup if it wasn't meant"]
    )
  }
}

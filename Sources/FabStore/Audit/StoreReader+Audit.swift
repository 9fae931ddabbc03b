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
      let statement = try RawStatement(
        database,
        """
        SELECT seq, at, actor, action, entity, entity_id, before_json, after_json, prev_hash, hash
        FROM audit ORDER BY seq
        """
      )
      while try statement.next() {
        let link = AuditLink(
          number: try statement.integer(0),
          at: try statement.text(1),
          actor: try statement.text(2),
          action: try statement.text(3),
          entity: try statement.text(4),
          name: try statement.text(5),
          before: try statement.optionalText(6),
          after: try statement.optionalText(7)
        )
        let stated = try statement.text(8)
        let hash = try statement.text(9)
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
        expected = link.number == .max ? .max : link.number + 1
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

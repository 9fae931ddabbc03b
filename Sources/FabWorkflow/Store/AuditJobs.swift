public import FabDiagnostics
import FabStore

/// What `audit …` does.
public enum AuditJobs {
  private struct Report: Encodable {
    let entries: Int
    let head: String
    let verdict: String
  }

  /// Follows the chain of hashes.
  ///
  /// - Parameters:
  ///   - path: The database.
  ///   - head: A hash that was noted before and must still be in the chain.
  /// - Returns: The verdict.
  /// - Throws: A ``DiagnosticError`` if the store can't be read.
  public static func verify(
    _ path: String,
    head: String?
  ) throws(DiagnosticError) -> CommandOutput {
    let (found, knowsHead) = try Store(path: path, access: .reading)
      .read { (reader) throws(DiagnosticError) in
        let verdict = try reader.verifyAudit()
        guard let head else { return (verdict, true) }
        return (
          verdict, try !reader.all(AuditEntry.self, where: ["hash": .text(head)]).isEmpty
        )
      }
    var messages = found.findings
    if !knowsHead, let head {
      messages.append(
        Diagnostic(
          .auditBroken,
          at: .file(path),
          "no entry has the hash \(head) that was noted",
          fixes: ["compare it with the note; if it is right, entries were cut off or replaced"]
        )
      )
    }
    let verdict = messages.isEmpty ? "unbroken" : "broken"
    return CommandOutput(
      text: "audit of \(path): \(found.entries) entries, \(verdict)\nhead \(found.head)\n",
      json: JSONText.encode(Report(entries: found.entries, head: found.head, verdict: verdict)),
      messages: messages,
      isClean: messages.isEmpty
    )
  }

  /// Lists the entries, of one thing or all.
  ///
  /// - Throws: A ``DiagnosticError`` if the store can't be read.
  public static func list(
    _ path: String,
    entity: String?,
    name: String?
  ) throws(DiagnosticError) -> CommandOutput {
    let entries = try Store(path: path, access: .reading)
      .read { (reader) throws(DiagnosticError) in
        var filter: [String: JSONValue] = [:]
        if let entity { filter["entity"] = .text(entity.replacing("-", with: "_")) }
        if let name { filter["entityId"] = .text(name) }
        return try reader.all(AuditEntry.self, where: filter)
      }
    return CommandOutput(
      text: EntryTable(entries, hiding: ["beforeJson", "prevHash"]).text,
      json: JSONText.encode(entries)
    )
  }
}

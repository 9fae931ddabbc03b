import FabHash

/// An entry of the audit as it is hashed.
struct AuditLink {
  let number: Int64
  let at: String
  let actor: String
  let action: String
  let entity: String
  let name: String
  let before: String?
  let after: String?

  /// SHA-256 of the entry before and of this one.
  ///
  /// Each text is preceded by its length, so that no two different entries are hashed as the same bytes.
  func hash(after previous: String) -> String {
    let parts = [
      previous, String(number), at, actor, action, entity, name, before ?? "null", after ?? "null",
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 8 })
    for part in parts {
      bytes.append(contentsOf: String(part.utf8.count).utf8)
      bytes.append(0x3A)
      bytes.append(contentsOf: part.utf8)
    }
    return ContentHash(of: bytes).hexadecimal
  }
}

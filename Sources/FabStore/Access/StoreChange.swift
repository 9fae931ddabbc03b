/// What a transaction did, or would have done.
public struct StoreChange: Hashable, Sendable, Encodable {
  /// `add`, `change` or `import`.
  public let action: String
  /// The table.
  public let entity: String
  /// The name of the entry.
  public let name: String
  /// The properties before.
  public let before: [String: JSONValue]?
  /// The properties afterwards.
  public let after: [String: JSONValue]

  /// The properties that differ, in alphabetical order.
  public var differences: [(property: String, before: JSONValue, after: JSONValue)] {
    let names = Set(after.keys).union(before?.keys ?? [:].keys)
    return names.sorted()
      .compactMap { name in
        let old = before?[name] ?? .null
        let new = after[name] ?? .null
        return old == new ? nil : (name, old, new)
      }
  }
}

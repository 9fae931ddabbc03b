import FabStore

/// What a command changed in the store, for people and for programs.
struct StoreChangeReport: Encodable {
  let isRehearsal: Bool
  let changes: [StoreChange]
  let remarks: StoreRemarks

  private enum CodingKeys: String, CodingKey {
    case isRehearsal = "dryRun"
    case changes
    case remarks
  }

  init(_ changes: [StoreChange], _ remarks: StoreRemarks, isRehearsal: Bool) {
    self.changes = changes
    self.remarks = remarks
    self.isRehearsal = isRehearsal
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isRehearsal, forKey: .isRehearsal)
    try container.encode(changes, forKey: .changes)
    try container.encode(remarks.lines, forKey: .remarks)
  }

  var output: CommandOutput {
    CommandOutput(
      text: text,
      json: JSONText.encode(self),
      messages: remarks.messages,
      isClean: remarks.isClean
    )
  }

  /// The most changes of one kind that are listed one by one.
  private static let listed = 12

  private var text: String {
    var lines: [String] = []
    var index = 0
    while index < changes.count {
      let change = changes[index]
      let group = changes[index...]
        .prefix { $0.entity == change.entity && $0.action == change.action }
      let shown = group.count > Self.listed ? group.prefix(Self.listed - 2) : group
      lines += shown.map(line)
      if shown.count < group.count {
        lines.append("  … and \(group.count - shown.count) more of \(noun(change.entity))")
      }
      index += group.count
    }
    if changes.isEmpty { lines.append("nothing to change: the store has all of it") }
    lines += remarks.lines
    if isRehearsal { lines.append("dry run: nothing was stored") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func noun(_ entity: String) -> String { entity.replacing("_", with: " ") }

  private func line(_ change: StoreChange) -> String {
    let verb =
      switch (change.action, isRehearsal) {
      case ("add", false): "added"
      case ("add", true): "would add"
      case ("change", false): "changed"
      case ("change", true): "would change"
      case (_, false): "stored"
      case (_, true): "would store"
      }
    let name = change.name.count == 64 ? String(change.name.prefix(12)) : change.name
    // What the name says already isn't said again.
    let key = Set(change.name.split(separator: "/").map(String.init))
    let details = change.differences
      .filter { !key.contains($0.after.plain) && $0.property != "id" }
      .compactMap { difference -> String? in
        let after = short(difference.after)
        guard let after else { return nil }
        guard change.before != nil else {
          return difference.after.plain.isEmpty ? nil : "\(difference.property) \(after)"
        }
        return "\(difference.property) \(short(difference.before) ?? "…") -> \(after)"
      }
    return "\(verb) \(noun(change.entity)) \(name)"
      + (details.isEmpty ? "" : ": \(details.joined(separator: ", "))")
  }

  /// The text of a value; hashes cut, long texts left out.
  private func short(_ value: JSONValue) -> String? {
    let text = value.plain
    if text.isEmpty { return "nothing" }
    if text.count == 64, text.allSatisfy(\.isHexDigit) { return String(text.prefix(12)) }
    return text.count > 70 ? nil : text
  }
}

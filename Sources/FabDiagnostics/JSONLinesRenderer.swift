/// Turns messages into JSON Lines: one object a message, with a version of the form.
///
/// Keys: `version` (1), `code`, `severity`, `summary`, `file`, `line`, `column`, `length` for text files; `file`,
/// `offset`, `record` for binary files; `level`, `boxMm` for masks; `argument`; `notes`, `fixes`.
public struct JSONLinesRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// Returns one line a message.
  public func text(for diagnostics: [Diagnostic]) -> String {
    diagnostics.map { object(for: $0) + "\n" }.joined()
  }

  private func object(for diagnostic: Diagnostic) -> String {
    var members = [
      "\"version\":1", "\"code\":\(quoted(diagnostic.code.rawValue))",
      "\"severity\":\(quoted(diagnostic.severity.rawValue))",
      "\"summary\":\(quoted(diagnostic.summary))",
    ]
    members += diagnostic.place.map(placeMembers) ?? []
    let notes = diagnostic.notes.map { note in
      "{"
        + (["\"text\":\(quoted(note.text))"] + (note.place.map(placeMembers) ?? []))
        .joined(separator: ",") + "}"
    }
    members.append("\"notes\":[\(notes.joined(separator: ","))]")
    members.append("\"fixes\":[\(diagnostic.fixes.map(quoted).joined(separator: ","))]")
    return "{" + members.joined(separator: ",") + "}"
  }

  private func placeMembers(_ place: Place) -> [String] {
    switch place {
    case .text(let range):
      [
        "\"file\":\(quoted(range.file))", "\"line\":\(range.start.line)",
        "\"column\":\(range.start.column)", "\"length\":\(range.length)",
      ]
    case .record(let file, let offset, let name):
      ["\"file\":\(quoted(file))", "\"offset\":\(offset)", "\"record\":\(quoted(name))"]
    case .file(let path): ["\"file\":\(quoted(path))"]
    case .mask(let level, let box):
      ["\"level\":\(quoted(level))", "\"boxMm\":[\(box.x0),\(box.y0),\(box.x1),\(box.y1)]"]
    case .argument(let name): ["\"argument\":\(quoted(name))"]
    }
  }

  private func quoted(_ text: String) -> String { JSONString.quoted(text) }
}

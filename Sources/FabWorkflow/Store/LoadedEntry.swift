import FabDiagnostics
import FabStore

/// An entry that a file states, before it is held against the store.
struct LoadedEntry {
  let kind: LoadKind
  var properties: [String: JSONValue]
  let place: Place
  let places: [String: Place]

  /// A property with the text that states it; `nil` for an empty cell.
  typealias Cell = (name: String, text: String?, place: Place)

  /// Takes the texts of a mapping or a row of a table.
  ///
  /// - Throws: A ``DiagnosticError`` with every property that is unknown, missing or of another type.
  init(_ kind: LoadKind, _ cells: [Cell], at place: Place) throws(DiagnosticError) {
    self.kind = kind
    self.place = place
    (properties, places) = try Self.properties(
      of: kind.type,
      defaults: kind.defaults,
      cells,
      at: place
    )
  }

  /// The properties of an entry, and where each stands.
  ///
  /// - Throws: A ``DiagnosticError`` with every property that is unknown, missing or of another type.
  static func properties(
    of type: any StoreEntry.Type,
    defaults: [String: JSONValue] = [:],
    _ cells: [Cell],
    at place: Place
  ) throws(DiagnosticError) -> ([String: JSONValue], [String: Place]) {
    let fields = type.fields
    var properties = defaults
    var places: [String: Place] = [:]
    var errors: [Diagnostic] = []
    for cell in cells {
      guard let field = fields.first(where: { $0.name == cell.name }) else {
        errors.append(unknown(cell.name, type, at: cell.place))
        continue
      }
      places[cell.name] = cell.place
      guard let text = cell.text else { continue }
      if let value = value(of: text, field.kind) {
        properties[cell.name] = value
      } else {
        errors.append(
          Diagnostic(
            field.kind == .time ? .unclearTime : .notANumber,
            at: cell.place,
            "'\(text)' is no \(word(for: field.kind)) for '\(cell.name)'",
            fixes: [example(for: field.kind)]
          )
        )
      }
    }
    for field in fields
    where !field.isOptional && properties[field.name] == nil && field.name != "id" {
      errors.append(
        Diagnostic(.missingKey, at: place, "the \(type.noun) has no '\(field.name)'")
      )
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    return (properties, places)
  }

  private static func unknown(
    _ name: String,
    _ type: any StoreEntry.Type,
    at place: Place
  ) -> Diagnostic {
    let known = type.fields.map(\.name)
    return Diagnostic(
      .unknownKey,
      at: place,
      "a \(type.noun) has no '\(name)'\(NearMiss.question(for: name, among: known))",
      notes: [.init("it has \(known.joined(separator: ", "))")]
    )
  }

  private static func value(of text: String, _ kind: EntryField.Kind) -> JSONValue? {
    switch kind {
    case .text: return .text(text)
    case .integer: return Int64(text).map { .integer($0) }
    case .number:
      // Double's own reading takes 0x10, inf and nan too.
      guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
      return Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case .time:
      guard let time = try? LabClock.moment(text, at: .argument("")) else { return nil }
      return .text(time.text)
    case .json: return JSONText.decode(JSONValue.self, from: Array(text.utf8))
    }
  }

  private static func word(for kind: EntryField.Kind) -> String {
    switch kind {
    case .text: "text"
    case .number: "number"
    case .integer: "whole number"
    case .time: "moment"
    case .json: "JSON"
    }
  }

  private static func example(for kind: EntryField.Kind) -> String {
    switch kind {
    case .time: "write it like 2026-11-24T10:15+01:00"
    case .json: "write it like {\"throwMm\": 300}"
    default: "write digits with a decimal point; the unit stands in the name of the property"
    }
  }

  /// Stores it.
  ///
  /// - Returns: Whether it is new.
  func store(with writer: StoreWriter) throws(DiagnosticError) -> Bool {
    try Self.store(kind.type, properties, at: place, with: writer)
  }

  private static func store<Entry: StoreEntry>(
    _ type: Entry.Type,
    _ properties: [String: JSONValue],
    at place: Place,
    with writer: StoreWriter
  ) throws(DiagnosticError) -> Bool {
    let isUnnumbered = Entry.key == ["id"] && properties["id"] == nil
    var properties = properties
    if isUnnumbered {
      // Without a number the content alone says whether it is there already.
      let same = try writer.reader.all(Entry.self, where: properties.filter(isSearchable))
      if let known = same.first { properties["id"] = known.properties["id"] }
    }
    let isNew = isUnnumbered && properties["id"] == nil
    if isNew { properties["id"] = .integer(0) }
    guard let entry = try? Entry(properties: properties) else {
      throw DiagnosticError(
        Diagnostic(.wrongKind, at: place, "a value of this \(Entry.noun) isn't of its kind")
      )
    }
    guard isNew else { return try writer.add(entry, at: place) }
    _ = try writer.addNumbered(entry)
    return true
  }

  /// Whether a property can be searched for as it is; JSON is stored in another spelling.
  private static func isSearchable(_ property: String, _ value: JSONValue) -> Bool {
    switch value {
    case .list, .object: false
    default: true
    }
  }
}

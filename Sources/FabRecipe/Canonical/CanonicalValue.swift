import FabDiagnostics
package import FabUnits

/// A JSON value with exactly one way to write it.
package indirect enum CanonicalValue: Hashable {
  /// A text.
  case text(String)
  /// An exact decimal number.
  case number(ExactDecimal)
  /// A list whose order has a meaning.
  case list([CanonicalValue])
  /// Members by key.
  case object([String: CanonicalValue])

  /// Returns an object without the members that have no value.
  package static func members(_ members: [String: CanonicalValue?]) -> CanonicalValue {
    .object(members.compactMapValues { $0 })
  }

  /// Returns a number; a value that isn't finite can't come out of a reader and becomes a text.
  package static func number(_ value: Double) -> CanonicalValue {
    ExactDecimal(value).map(CanonicalValue.number) ?? .text("\(value)")
  }

  /// Returns a list of names.
  package static func names<Subject>(_ names: [Name<Subject>]) -> CanonicalValue? {
    names.isEmpty ? nil : .list(names.map { .text($0.text) })
  }

  /// Compact JSON with keys sorted by Unicode scalars.
  package var json: String {
    switch self {
    case .text(let value): Self.quoted(value)
    case .number(let value): value.description
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + Self.sorted(members).map { "\(Self.quoted($0.key)):\($0.value.json)" }
        .joined(separator: ",") + "}"
    }
  }

  /// Returns members in the order of their keys' Unicode scalars, the same in every locale.
  static func sorted(_ members: [String: CanonicalValue]) -> [(key: String, value: CanonicalValue)]
  {
    members.sorted {
      $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
    }
  }

  private static func quoted(_ value: String) -> String { JSONString.quoted(value) }
}

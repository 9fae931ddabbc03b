/// The name of something; what it names is part of the type, so that a film can't pass for a material.
public struct Name<Subject>: Hashable, Comparable, Sendable {
  /// The text as written in the recipe or floor plan.
  public let text: String

  /// Creates a name.
  public init(_ text: String) {
    self.text = text
  }

  /// Orders alphabetically by Unicode scalars, the same in every locale.
  public static func < (left: Name, right: Name) -> Bool {
    left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
  }
}

extension Name: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}

extension Name: Encodable {
  /// Encodes the text alone.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// The name of a ``Material``.
public typealias MaterialName = Name<Material>
/// The name of a ``Film``.
public typealias FilmName = Name<Film>
/// The name of a ``Component``.
public typealias ComponentName = Name<Component>
/// The name of a ``MaskLevel``.
public typealias LevelName = Name<MaskLevel>

/// The name of a step within a recipe: its film, its kind, and which of several of that kind.
public struct StepIdentifier: Hashable, Sendable {
  /// The word that stands for the film in steps of the bare substrate.
  public static let substrateWord = "substrate"

  /// The film; `nil` for the bare substrate.
  public let film: FilmName?
  /// What is done.
  public let kind: StepKind
  /// Which of the film's steps of this kind, from 1.
  public let occurrence: Int

  /// Creates an identifier.
  public init(film: FilmName?, kind: StepKind, occurrence: Int = 1) {
    self.film = film
    self.kind = kind
    self.occurrence = occurrence
  }

  /// Reads the form `film/kind` or `film/kind-2`; `nil` if a text has another form.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    let words = parts[1].split(separator: "-", omittingEmptySubsequences: false)
    guard let first = words.first, let kind = StepKind(rawValue: String(first)) else { return nil }
    var occurrence = 1
    if words.count == 2, let number = Int(words[1]), number >= 2 {
      occurrence = number
    } else if words.count != 1 {
      return nil
    }
    let film = parts[0] == Self.substrateWord ? nil : FilmName(String(parts[0]))
    self.init(film: film, kind: kind, occurrence: occurrence)
  }
}

extension StepIdentifier: CustomStringConvertible {
  /// `pvk/rinse`, and `pvk/rinse-2` for a second one.
  public var description: String {
    let suffix = occurrence == 1 ? "" : "-\(occurrence)"
    return "\(film?.text ?? Self.substrateWord)/\(kind.rawValue)\(suffix)"
  }
}

extension StepIdentifier: Encodable {
  /// Encodes the text alone.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

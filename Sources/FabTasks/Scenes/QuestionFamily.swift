/// The kinds of questions.
public enum QuestionFamily: Int, Hashable, Sendable, CaseIterable {
  /// "is there a red disc": yes or no.
  case exist
  /// "how many large things": a number.
  case count
  /// "what color is the large disc": a value of an attribute.
  case query
  /// "are there more red things than blue things": yes or no.
  case compare
  /// "is there a red thing left of the blue disc": yes or no; takes a small network much longer than the others.
  case relation

  /// The name in tables.
  public var name: String {
    switch self {
    case .exist: "exist"
    case .count: "count"
    case .query: "query"
    case .compare: "compare"
    case .relation: "relation"
    }
  }
}

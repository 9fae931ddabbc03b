/// A question about a scene, as data: the words and the program follow from it.
public enum SceneQuestion: Hashable, Sendable {
  /// Whether something passes a filter.
  case exist(ObjectFilter)
  /// How many objects pass a filter.
  case count(ObjectFilter)
  /// The value of an attribute of the one object that passes a filter.
  case query(ObjectAttribute, of: ObjectFilter)
  /// How the numbers of two kinds of objects compare.
  case compare(CountComparison, ObjectFilter, ObjectFilter)
  /// Whether something that passes a filter lies on a side of the one object that passes another.
  case relation(ObjectFilter, SceneRelation, of: ObjectFilter)

  /// The family.
  public var family: QuestionFamily {
    switch self {
    case .exist: .exist
    case .count: .count
    case .query: .query
    case .compare: .compare
    case .relation: .relation
    }
  }

  /// The words in order.
  public var words: [String] {
    switch self {
    case .exist(let filter):
      ["is", "there", "a"] + filter.words(plural: false)
    case .count(let filter):
      ["how", "many"] + filter.words(plural: true)
    case .query(let attribute, let filter):
      ["what", attribute.name, "is", "the"] + filter.words(plural: false)
    case .compare(.equal, let first, let second):
      ["are", "there", "as", "many"] + first.words(plural: true) + ["as"]
        + second.words(plural: true)
    case .compare(let comparison, let first, let second):
      ["are", "there", comparison == .more ? "more" : "fewer"] + first.words(plural: true)
        + ["than"] + second.words(plural: true)
    case .relation(let filter, let relation, let reference):
      ["is", "there", "a"] + filter.words(plural: false) + relation.words + ["the"]
        + reference.words(plural: false)
    }
  }

  /// Returns which phrase of the question means an object.
  ///
  /// - Parameter object: The object.
  /// - Returns: 1 for the first phrase, 2 for the second, nil for none; 2 where both do, for
  ///   the second phrase of a relation means one object only.
  public func phrase(of object: SceneObject) -> Int? {
    switch self {
    case .exist(let filter), .count(let filter), .query(_, let filter):
      filter.passes(object) ? 1 : nil
    case .compare(_, let first, let second), .relation(let first, _, let second):
      second.passes(object) ? 2 : first.passes(object) ? 1 : nil
    }
  }
}

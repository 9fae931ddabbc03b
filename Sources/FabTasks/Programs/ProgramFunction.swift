/// The functions of a program over a scene.
///
/// > Source: `question_generation/metadata.json` of the CLEVR generator, those that aren't for templates only.
public enum ProgramFunction: Hashable, Sendable {
  /// All objects.
  case scene
  /// The objects with a value of an attribute.
  case filter(String)
  /// The one object of a set.
  case unique
  /// The objects on a side of an object.
  case relate
  /// The other objects with the same value of an attribute.
  case same(String)
  /// The objects of either set.
  case union
  /// The objects of both sets.
  case intersect
  /// The number of objects.
  case count
  /// Whether there is an object.
  case exist
  /// The value of an attribute of an object.
  case query(String)
  /// Whether two values of an attribute are equal.
  case equal(String)
  /// Whether two numbers are equal.
  case equalInteger
  /// Whether the first number is less.
  case lessThan
  /// Whether the first number is greater.
  case greaterThan

  /// The name in the files of CLEVR.
  public var name: String {
    switch self {
    case .scene: "scene"
    case .filter(let attribute): "filter_" + attribute
    case .unique: "unique"
    case .relate: "relate"
    case .same(let attribute): "same_" + attribute
    case .union: "union"
    case .intersect: "intersect"
    case .count: "count"
    case .exist: "exist"
    case .query(let attribute): "query_" + attribute
    case .equal(let attribute): "equal_" + attribute
    case .equalInteger: "equal_integer"
    case .lessThan: "less_than"
    case .greaterThan: "greater_than"
    }
  }

  /// All functions in alphabetical order of their names.
  public static let all: [ProgramFunction] = {
    let plain: [ProgramFunction] = [
      .scene, .unique, .relate, .union, .intersect, .count, .exist, .equalInteger, .lessThan,
      .greaterThan,
    ]
    let attributes = ObjectAttribute.allCases.map(\.name)
    return
      (plain
      + attributes.flatMap { [.filter($0), .same($0), .query($0), .equal($0)] as [Self] })
      .sorted { $0.name < $1.name }
  }()

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// Creates the function of a name; `nil` for an unknown one.
  public init?(name: String) {
    guard let function = Self.byName[name] else { return nil }
    self = function
  }

  /// How many results of earlier steps it takes.
  public var inputCount: Int {
    switch self {
    case .scene: 0
    case .filter, .unique, .relate, .same, .count, .exist, .query: 1
    case .union, .intersect, .equal, .equalInteger, .lessThan, .greaterThan: 2
    }
  }

  /// How many words it takes.
  public var valueCount: Int {
    switch self {
    case .filter, .relate: 1
    default: 0
    }
  }
}

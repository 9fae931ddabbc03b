/// Where an object lies seen from another one, by rows and columns of cells.
public enum SceneRelation: Int, Hashable, Sendable, CaseIterable {
  /// In a column further left.
  case left
  /// In a column further right.
  case right
  /// In a row further up.
  case above
  /// In a row further down.
  case below

  /// The words in a question.
  var words: [String] {
    switch self {
    case .left: ["left", "of"]
    case .right: ["right", "of"]
    case .above: ["above"]
    case .below: ["below"]
    }
  }

  /// The word in a program.
  public var name: String { words[0] }

  /// Whether `object` lies on this side of `reference`.
  func holds(_ object: SceneObject, from reference: SceneObject) -> Bool {
    switch self {
    case .left: object.column < reference.column
    case .right: object.column > reference.column
    case .above: object.row < reference.row
    case .below: object.row > reference.row
    }
  }
}

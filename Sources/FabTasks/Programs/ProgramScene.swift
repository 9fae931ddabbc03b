/// A scene as a program sees it: objects by number, words for attributes, and who is on which side of whom.
public protocol ProgramScene {
  /// The number of objects.
  var objectCount: Int { get }
  /// Returns the word of an object's attribute; `nil` for an unknown attribute.
  func word(of object: Int, attribute: String) -> String?
  /// Returns the objects on a side of an object; `nil` for an unknown side.
  func objects(_ relation: String, of object: Int) -> [Int]?
}

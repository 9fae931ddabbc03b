extension SceneLayout: ProgramScene {
  /// The number of objects.
  public var objectCount: Int { objects.count }

  /// Returns the word of an object's attribute; `nil` for an unknown attribute.
  public func word(of object: Int, attribute: String) -> String? {
    ObjectAttribute.allCases.first { $0.name == attribute }.map { objects[object].word($0) }
  }

  /// Returns the objects on a side of an object; `nil` for an unknown side.
  public func objects(_ relation: String, of object: Int) -> [Int]? {
    SceneRelation.allCases.first { $0.name == relation }
      .map { relation in
        objects.indices.filter { relation.holds(objects[$0], from: objects[object]) }
      }
  }
}

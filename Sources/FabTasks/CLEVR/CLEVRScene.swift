/// The truth about a picture of CLEVR.
public struct CLEVRScene: Hashable, Sendable {
  /// The number of the picture.
  public let imageIndex: Int
  /// The file name of the picture.
  public let imageName: String
  /// The objects.
  public let objects: [CLEVRObject]
  /// For each side, the objects on that side of each object.
  public let relations: [String: [[Int]]]
}

extension CLEVRScene: ProgramScene {
  /// The number of objects.
  public var objectCount: Int { objects.count }

  /// Returns the word of an object's attribute; `nil` for an unknown attribute.
  public func word(of object: Int, attribute: String) -> String? {
    objects[object].words[attribute]
  }

  /// Returns the objects on a side of an object; `nil` for an unknown side.
  public func objects(_ relation: String, of object: Int) -> [Int]? {
    relations[relation]?[object]
  }
}

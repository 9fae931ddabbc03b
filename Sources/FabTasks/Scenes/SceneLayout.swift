/// The truth about a scene: its objects, at most one a cell.
public struct SceneLayout: Hashable, Sendable {
  /// The objects in the order of their cells.
  public internal(set) var objects: [SceneObject]
  /// The factor on the brightness of the whole picture.
  public internal(set) var brightness: Float

  init(objects: [SceneObject]) {
    self.objects = objects
    brightness = 1
  }

  /// A number made of cells and attributes alone: scenes that differ only in jitter and noise have the same.
  ///
  /// FNV-1a over five bytes an object, then a mixing step so that the upper bits, which choose the split, depend on all.
  public var contentHash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for object in objects {
      add(UInt8(object.cell))
      for index in 0..<4 { add(object.values[index]) }
    }
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ (hash >> 32)
  }
}

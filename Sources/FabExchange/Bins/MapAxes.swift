/// The directions in which a map's coordinates grow.
enum MapAxes: String, CaseIterable {
  case upRight = "UpRight"
  case upLeft = "UpLeft"
  case downRight = "DownRight"
  case downLeft = "DownLeft"

  /// Reads a name in either order of its parts; numbers aren't read, since makers count differently.
  init?(spelling: String) {
    let text = spelling.lowercased()
    let isUp = text.contains("up")
    let isRight = text.contains("right")
    guard isUp != text.contains("down"), isRight != text.contains("left"),
      text.count == (isUp ? 2 : 4) + (isRight ? 5 : 4)
    else { return nil }
    self = isUp ? (isRight ? .upRight : .upLeft) : (isRight ? .downRight : .downLeft)
  }

  var isUp: Bool { self == .upRight || self == .upLeft }
  var isRight: Bool { self == .upRight || self == .downRight }
}

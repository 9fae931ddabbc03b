/// The corner in which a map's coordinates begin.
enum MapOrigin: String, CaseIterable {
  case lowerLeft = "LowerLeft"
  case lowerRight = "LowerRight"
  case upperLeft = "UpperLeft"
  case upperRight = "UpperRight"
  case center = "Center"

  /// Reads a name, or the number that equipment uses for it.
  ///
  /// > Source: Numbers: SEMI E5 (SECS-II) data item ORLOC as equipment manuals list it: 0 centre, 1 upper right,
  /// > 2 upper left, 3 lower left, 4 lower right.
  init?(spelling: String) {
    let numbered: [String: MapOrigin] = [
      "0": .center, "1": .upperRight, "2": .upperLeft, "3": .lowerLeft, "4": .lowerRight,
      "centre": .center, "bottomleft": .lowerLeft, "bottomright": .lowerRight,
      "topleft": .upperLeft, "topright": .upperRight,
    ]
    let text = spelling.lowercased()
    let named = Self.allCases.first { $0.rawValue.lowercased() == text }
    guard let origin = named ?? numbered[text] else { return nil }
    self = origin
  }

  var isLeft: Bool { self == .lowerLeft || self == .upperLeft }
  var isLower: Bool { self == .lowerLeft || self == .lowerRight }

  /// The directions in which all coordinates of a map count upwards from the corner.
  var inwardAxes: MapAxes {
    switch self {
    case .lowerLeft, .center: .upRight
    case .lowerRight: .upLeft
    case .upperLeft: .downRight
    case .upperRight: .downLeft
    }
  }
}

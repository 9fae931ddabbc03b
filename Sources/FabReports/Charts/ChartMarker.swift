/// The shape of a point; shapes tell series apart where colours can't.
enum ChartMarker: CaseIterable {
  case circle
  case square
  case triangle
  case diamond

  /// Returns the shape of the series at a place.
  static func ofSeries(_ index: Int) -> ChartMarker {
    allCases[index % allCases.count]
  }

  /// Returns the path of a shape around a point; a circle is a dot of no length with a round end.
  func path(_ x: Double, _ y: Double, radius: Double) -> String {
    func text(_ value: Double) -> String { ChartPath.text(value) }
    let r = radius
    return switch self {
    case .circle: "M\(text(x)) \(text(y))h0"
    case .square: polygon([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)])
    case .triangle: polygon([(x, y - 1.2 * r), (x + 1.2 * r, y + r), (x - 1.2 * r, y + r)])
    case .diamond:
      polygon([(x, y - 1.3 * r), (x + 1.3 * r, y), (x, y + 1.3 * r), (x - 1.3 * r, y)])
    }
  }

  private func polygon(_ corners: [(Double, Double)]) -> String {
    "M" + corners.map { "\(ChartPath.text($0.0)) \(ChartPath.text($0.1))" }.joined(separator: "L")
      + "Z"
  }
}

import FabDiagnostics
import FabGeometry

extension GDSIIStructureBuilder {
  /// Returns the outline of a path; none where it has no area.
  mutating func path(of element: GDSIIElement) throws(DiagnosticError) -> [Polygon] {
    let points = PointRing.withoutRepetition(path: try points(of: element))
    let type = try element[.pathType]?.word() ?? 0
    let width = try length(element[.width])
    if let raw = try element[.width]?.integer(), raw < 0 { leftOut.note(.absoluteWidth) }
    guard
      let ends = PathOutline.Ends(
        gdsPathType: Int(type),
        halfWidth: width.magnitude / 2,
        begin: try length(element[.beginExtension]),
        end: try length(element[.endExtension])
      )
    else {
      throw try element.required(.pathType)
        .corrupt("there is no path type \(type); 0, 1, 2 or 4 is expected")
    }
    guard width != 0, !points.isEmpty else {
      leftOut.note(.pathWithoutArea)
      return []
    }
    let path = PathOutline(points: points, halfWidth: width.magnitude / 2, ends: ends)
    switch path.outline() {
    case .outline(let outline): return [Polygon(outline)]
    case .withoutArea:
      leftOut.note(.pathWithoutArea)
      return []
    case .overflow:
      throw overflow(element, element.coordinates[0], element.coordinates[1])
    }
  }

  private func length(_ record: GDSIIRecord?) throws(DiagnosticError) -> Double {
    guard let record else { return 0 }
    return Double(try record.integer()) * Double(scale.numerator) / Double(scale.denominator)
  }
}

extension PointRing {
  /// Returns an open path without repeated neighbours.
  static func withoutRepetition(path points: [Point]) -> [Point] {
    var result: [Point] = []
    for point in points where result.last != point { result.append(point) }
    return result
  }
}

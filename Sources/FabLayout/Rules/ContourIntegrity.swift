import FabGeometry
import FabRecipe

/// Drawn contours are closed curves that a cutter can follow.
struct ContourIntegrity: DesignRule {
  let id = "contour-integrity"
  let title = "No contour is drawn twice, crosses or touches itself, or encloses nothing"
  let source = "what laser shops demand of a drawing: closed contours, none twice, none crossing"

  func check(_ context: RuleContext) -> RuleVerdict {
    let layers = context.shapes.keys.filter { $0.purpose.isOpening || $0.purpose == .sheet }
      .sorted()
    guard !layers.isEmpty else { return .notRun(reason: "nothing is drawn") }
    return RuleVerdict(
      ParallelMap.map(layers) { findings($0, context.shapes[$0] ?? []) }.flatMap { $0 }
    )
  }

  private func findings(_ layer: Layer, _ polygons: [Polygon]) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<Polygon> = []
    func report(_ polygon: Polygon, _ measured: String, _ limit: String, _ text: String) {
      findings.append(
        Finding(
          level: layer.level,
          box: polygon.outer.boundingBox,
          measured: measured,
          limit: limit,
          text: text
        )
      )
    }
    for polygon in polygons {
      if polygon.doubledArea == 0 {
        report(polygon, "no area", "some area", "this contour encloses nothing; delete it")
        continue
      }
      let merged = Region([polygon])
      let canonical = merged.polygons.first ?? polygon
      if !seen.insert(canonical).inserted {
        report(
          polygon,
          "drawn twice",
          "drawn once",
          "a cutter would follow this contour twice; delete one of them"
        )
      }
      if crossesItself(polygon) {
        report(
          polygon,
          "crosses or touches itself",
          "a plain closed curve",
          "what lies inside is ambiguous; draw separate contours"
        )
      }
    }
    return findings
  }

  /// Whether an outline meets itself anywhere but at the ends of neighbouring edges.
  private func crossesItself(_ polygon: Polygon) -> Bool {
    polygon.outlines.contains { outline in
      let points = outline.flattened().points
      guard points.count > 4 else {
        return points.count == 4 && Self.meets(points[0], points[1], points[2], points[3])
          || points.count == 4 && Self.meets(points[1], points[2], points[3], points[0])
      }
      // Edges sorted along x; only those whose extents in x overlap are compared.
      let edges = points.indices
        .map { index in
          (index: index, start: points[index], end: points[(index + 1) % points.count])
        }
        .sorted { Swift.min($0.start.x, $0.end.x) < Swift.min($1.start.x, $1.end.x) }
      for (position, edge) in edges.enumerated() {
        let right = Swift.max(edge.start.x, edge.end.x)
        for other in edges[(position + 1)...] {
          if Swift.min(other.start.x, other.end.x) > right { break }
          let apart = abs(edge.index - other.index)
          if apart == 1 || apart == points.count - 1 { continue }
          if Self.meets(edge.start, edge.end, other.start, other.end) { return true }
        }
      }
      return false
    }
  }

  private static func side(_ a: Point, _ b: Point, _ c: Point) -> Int {
    let (ux, uy) = (Int(b.x) - Int(a.x), Int(b.y) - Int(a.y))
    let (vx, vy) = (Int(c.x) - Int(a.x), Int(c.y) - Int(a.y))
    let value = Int128(ux) * Int128(vy) - Int128(uy) * Int128(vx)
    return value > 0 ? 1 : value < 0 ? -1 : 0
  }

  /// Whether two segments have a point in common.
  private static func meets(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    guard Box(a, b).touches(Box(c, d)) else { return false }
    return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
  }
}

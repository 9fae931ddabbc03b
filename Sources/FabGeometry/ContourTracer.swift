/// Retraces merged contours that meet in corners, so that each polygon has a connected interior.
enum ContourTracer {
  private struct Edge: Hashable {
    let from: Point
    let to: Point
  }

  /// Returns polygons from contours that touch themselves or one another in corners.
  ///
  /// At a corner where several contours meet, a trace goes on along the edge that bounds the same wedge
  /// of the interior. A trace that comes back to a corner is then cut there into simple loops: the
  /// counterclockwise loop is the outer boundary, the clockwise ones are holes.
  static func polygons(from contours: [[Point]]) -> [Polygon] {
    var edges: [Edge] = []
    for (index, contour) in contours.enumerated() {
      guard
        let outline = outlineKeepingCorners(contour, counterclockwise: index == 0)
      else { continue }
      for (position, point) in outline.enumerated() {
        edges.append(Edge(from: point, to: outline[(position + 1) % outline.count]))
      }
    }
    edges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    let outgoing = Dictionary(grouping: edges, by: \.from)
    var used: Set<Edge> = []
    var outers: [Outline] = []
    var holes: [Outline] = []
    for start in edges where !used.contains(start) {
      var trace: [Point] = []
      var edge = start
      repeat {
        used.insert(edge)
        trace.append(edge.from)
        let candidates = outgoing[edge.to, default: []].filter { !used.contains($0) || $0 == start }
        guard let next = sameWedge(after: edge, among: candidates) else { break }
        edge = next
      } while edge != start
      for loop in simpleLoops(of: trace) where loop.count >= 3 {
        let area = Outline(loop).signedDoubledArea
        if area > 0, let outline = CanonicalContours.outline(loop, counterclockwise: true) {
          outers.append(outline)
        } else if area < 0,
          let outline = CanonicalContours.outline(loop, counterclockwise: false)
        {
          holes.append(outline)
        }
      }
    }
    return assigned(holes, to: outers)
  }

  private static func outlineKeepingCorners(
    _ contour: [Point],
    counterclockwise: Bool
  ) -> [Point]? {
    var points = contour
    if points.count > 1, points.first == points.last { points.removeLast() }
    guard points.count >= 3 else { return nil }
    let area = Outline(points).signedDoubledArea
    guard area != 0 else { return nil }
    return (area > 0) == counterclockwise ? points : points.reversed()
  }

  /// The interior lies to the left: the edge that bounds the same wedge is the leftmost turn.
  private static func sameWedge(after edge: Edge, among candidates: [Edge]) -> Edge? {
    guard candidates.count > 1 else { return candidates.first }
    return candidates.max { first, second in
      isTurn(of: first, lessLeftThan: second, after: edge)
    }
  }

  private static func isTurn(of first: Edge, lessLeftThan second: Edge, after edge: Edge) -> Bool {
    let firstTurn = CanonicalContours.turn(edge.from, edge.to, first.to)
    let secondTurn = CanonicalContours.turn(edge.from, edge.to, second.to)
    let (firstIsLeft, secondIsLeft) = (firstTurn > 0, secondTurn > 0)
    guard firstIsLeft == secondIsLeft else { return secondIsLeft }
    // Both lie within one half plane: the second is further left if it turns left from the first.
    let cross =
      Int128(Int(first.to.x) - Int(first.from.x)) * Int128(Int(second.to.y) - Int(second.from.y))
      - Int128(Int(first.to.y) - Int(first.from.y)) * Int128(Int(second.to.x) - Int(second.from.x))
    return cross > 0
  }

  private static func simpleLoops(of trace: [Point]) -> [[Point]] {
    var loops: [[Point]] = []
    var path: [Point] = []
    var position: [Point: Int] = [:]
    for point in trace {
      if let start = position[point] {
        loops.append(Array(path[start...]))
        for cut in path[(start + 1)...] { position[cut] = nil }
        path.removeSubrange((start + 1)...)
      } else {
        position[point] = path.count
        path.append(point)
      }
    }
    loops.append(path)
    return loops
  }

  private static func assigned(_ holes: [Outline], to outers: [Outline]) -> [Polygon] {
    var holesOfOuter = Array(repeating: [Outline](), count: outers.count)
    let areas = outers.map(\.signedDoubledArea)
    for hole in holes {
      let owner = outers.indices
        .filter { hole.points.allSatisfy(outers[$0].containsOrTouches) }
        .min { areas[$0] < areas[$1] }
      if let owner { holesOfOuter[owner].append(hole) }
    }
    return zip(outers, holesOfOuter)
      .map { Polygon($0, holes: CanonicalContours.sorted($1)) }
  }
}

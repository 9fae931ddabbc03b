import FabDiagnostics
import FabGeometry

/// Turns curves of one layer into closed outlines on the grid.
struct DXFContourBuilder {
  /// The length of a unit of the file.
  let nanometresPerUnit: Double
  /// The greatest distance of two ends that are joined, in nanometres.
  let tolerance: Int
  /// The file.
  let source: DXFSource
  /// What had to be left out so far.
  var leftOut = DXFLeftOut()

  /// Creates a builder.
  init(nanometresPerUnit: Double, tolerance: Int, source: DXFSource) {
    self.nanometresPerUnit = nanometresPerUnit
    self.tolerance = tolerance
    self.source = source
  }

  /// Returns the outlines of closed curves and of chains of open ones, each once.
  mutating func outlines(of curves: [DXFCurve]) throws(DiagnosticError) -> [Outline] {
    var chains: [OpenChain] = []
    var result: [Outline] = []
    var seen: Set<DXFContour> = []
    func keep(_ corners: [Corner], line: Int, _ leftOut: inout DXFLeftOut) {
      guard
        let outline = Self.outline(of: corners),
        let contour = DXFContour(outline, isCounterclockwise: true)
      else {
        leftOut.note("contours without area were left out", line: line)
        return
      }
      guard seen.insert(contour).inserted else {
        leftOut.note("contours drawn twice were read once", line: line)
        return
      }
      result.append(outline)
    }
    for curve in curves {
      let corners = try corners(of: curve)
      let isClosed =
        curve.isClosed || corners.count > 2 && corners.first?.point == corners.last?.point
      if isClosed {
        keep(corners, line: curve.line, &leftOut)
      } else if let chain = OpenChain(corners: corners, line: curve.line) {
        chains.append(chain)
      } else {
        leftOut.note("curves without length were left out", line: curve.line)
      }
    }
    for chain in OpenChain.joined(chains, tolerance: tolerance) {
      if chain.gap <= tolerance, chain.corners.count > 2 {
        keep(chain.closedCorners, line: chain.line, &leftOut)
      } else {
        leftOut.note("lines that don't close to a contour were left out", line: chain.line)
      }
    }
    return result
  }

  /// A corner on the grid and the bulge of the edge that leaves it, at most 1 in magnitude.
  struct Corner {
    var point: Point
    var bulge: Double
  }

  /// Rounds the corners to the grid and divides arcs of more than a semicircle.
  private mutating func corners(of curve: DXFCurve) throws(DiagnosticError) -> [Corner] {
    var result: [Corner] = []
    for (index, corner) in curve.corners.enumerated() {
      let point = try grid(corner.x, corner.y, line: curve.line)
      guard abs(corner.bulge) > 1 + 1e-9 else {
        result.append(Corner(point: point, bulge: max(-1, min(1, corner.bulge))))
        continue
      }
      guard curve.isClosed || index + 1 < curve.corners.count else {
        result.append(Corner(point: point, bulge: 0))
        continue
      }
      let next = curve.corners[(index + 1) % curve.corners.count]
      let middle = Self.apex(corner.x, corner.y, next.x, next.y, bulge: corner.bulge)
      let apex = try grid(middle.x, middle.y, line: curve.line)
      let half = Self.halved(corner.bulge)
      result.append(Corner(point: point, bulge: half))
      result.append(Corner(point: apex, bulge: half))
    }
    return result
  }

  private mutating func grid(
    _ x: Double,
    _ y: Double,
    line: Int
  ) throws(DiagnosticError) -> Point {
    let (exactX, exactY) = (x * nanometresPerUnit, y * nanometresPerUnit)
    let (roundX, roundY) = (exactX.rounded(), exactY.rounded())
    // A quarter of the range is left to arcs, which bulge past their ends.
    let limit = 1.6e9
    guard abs(roundX) < limit, abs(roundY) < limit else {
      throw DiagnosticError(
        Diagnostic(
          .coordinateOverflow,
          at: source.place(line: line),
          "the point (\(x), \(y)) of this entity is \(max(abs(exactX), abs(exactY)) / 1e9) m from the "
            + "origin; less than \(limit / 1e9) m is expected",
          fixes: ["check $INSUNITS and the position of the drawing"]
        )
      )
    }
    if abs(exactX - roundX) > 1e-3 || abs(exactY - roundY) > 1e-3 {
      leftOut.note("coordinates off the 1 nm grid were rounded to it", line: line)
    }
    return Point(Int(roundX), Int(roundY))
  }

  /// Returns the outline of corners without edges of length zero, or `nil` where too few are left.
  private static func outline(of corners: [Corner]) -> Outline? {
    var kept = corners.indices
      .filter {
        corners[$0].point != corners[($0 + 1) % corners.count].point
      }
      .map { corners[$0] }
    // An arc and its chord need a third corner.
    if kept.count == 2, let round = kept.firstIndex(where: { $0.bulge != 0 }),
      kept[1 - round].bulge == 0
    {
      kept = divided(kept[round], to: kept[1 - round].point) + [kept[1 - round]]
    }
    let vertices = kept.indices.map { index in
      let (start, end) = (kept[index].point, kept[(index + 1) % kept.count].point)
      return Vertex(start, arc: DXFBulge.arc(of: kept[index].bulge, from: start, to: end))
    }
    let isArea =
      vertices.count >= 3 || (vertices.count == 2 && vertices.allSatisfy { $0.arc != nil })
    return isArea ? Outline(vertices) : nil
  }

  /// Divides a round edge at its apex.
  private static func divided(_ corner: Corner, to end: Point) -> [Corner] {
    let (x, y) = (Double(corner.point.x), Double(corner.point.y))
    let (apexX, apexY) = apex(x, y, Double(end.x), Double(end.y), bulge: corner.bulge)
    let half = halved(corner.bulge)
    return [
      Corner(point: corner.point, bulge: half),
      Corner(point: Point(Int(apexX.rounded()), Int(apexY.rounded())), bulge: half),
    ]
  }

  /// Returns the apex of an arc: half the chord times the bulge to the right of the chord's middle.
  private static func apex(
    _ x0: Double,
    _ y0: Double,
    _ x1: Double,
    _ y1: Double,
    bulge: Double
  ) -> (x: Double, y: Double) {
    ((x0 + x1) / 2 + (y1 - y0) / 2 * bulge, (y0 + y1) / 2 - (x1 - x0) / 2 * bulge)
  }

  /// Returns the bulge of half an arc: tan(angle / 8) from tan(angle / 4).
  private static func halved(_ bulge: Double) -> Double {
    bulge / (1 + (1 + bulge * bulge).squareRoot())
  }
}

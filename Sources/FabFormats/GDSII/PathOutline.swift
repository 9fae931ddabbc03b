import FabGeometry

/// The outline of a path with a width.
///
/// Bends are mitred up to a right angle. Sharper ones are cut half a width past the corner, so that no
/// spike grows; the cut of KLayout is the same.
struct PathOutline {
  /// How a path ends.
  enum Ends {
    /// Both ends are semicircles.
    case round
    /// The ends are straight, moved outwards by so many nanometres.
    case extended(begin: Double, end: Double)

    /// Creates the ends of a GDSII path type, or `nil` where there is no such type.
    init?(gdsPathType: Int, halfWidth: Double, begin: Double, end: Double) {
      switch gdsPathType {
      case 0: self = .extended(begin: 0, end: 0)
      case 1: self = .round
      case 2: self = .extended(begin: halfWidth, end: halfWidth)
      case 4: self = .extended(begin: begin, end: end)
      default: return nil
      }
    }
  }

  /// What a path gives.
  enum Result {
    case outline(Outline)
    case withoutArea
    case overflow
  }

  /// The points of the middle line, neighbours different.
  let points: [Point]
  /// Half the width, in nanometres.
  let halfWidth: Double
  /// How the path ends.
  let ends: Ends

  /// Returns the outline, counterclockwise where the path doesn't cross itself.
  func outline() -> Result {
    var line = points.map { Vector(x: Double($0.x), y: Double($0.y)) }
    guard let first = line.first, let last = line.last else { return .withoutArea }
    // Checked here, since arcs bulge outwards once more when they are flattened.
    let reach = halfWidth * 2 + 2
    let limit = Double(Int32.max) - reach
    guard line.allSatisfy({ abs($0.x) <= limit && abs($0.y) <= limit }) else { return .overflow }
    if line.count == 1 { return dot(at: first) }
    var directions = zip(line, line.dropFirst()).map { ($1 - $0).unit }
    guard let heading = directions.first, let leaving = directions.last else { return .withoutArea }
    if case .extended(let begin, let end) = ends {
      line[0] = first - heading * begin
      line[line.count - 1] = last + leaving * end
    }
    directions = [heading] + directions + [leaving]
    var left: [Vector] = []
    var right: [Vector] = []
    for (index, point) in line.enumerated() {
      left += corners(at: point, directions[index], directions[index + 1], side: 1)
      right += corners(at: point, directions[index], directions[index + 1], side: -1)
    }
    guard
      let rightPoints = Self.points(right), let leftPoints = Self.points(left.reversed())
    else { return .overflow }
    return closed(rightPoints, leftPoints)
  }

  /// Joins the right side and the reversed left side by ends.
  private func closed(_ right: [Point], _ left: [Point]) -> Result {
    guard case .round = ends, let far = right.last, let near = left.last, left.count > 0 else {
      let ring = PointRing.withoutRepetition(right + left)
      return Set(ring).count >= 3 ? .outline(Outline(ring)) : .withoutArea
    }
    var vertices = right.map { Vertex($0) } + left.map { Vertex($0) }
    vertices[right.count - 1] = Vertex(far, arc: Self.semicircle(from: far, to: left[0]))
    vertices[vertices.count - 1] = Vertex(near, arc: Self.semicircle(from: near, to: right[0]))
    vertices = vertices.enumerated()
      .filter { $1.point != vertices[($0 + 1) % vertices.count].point }
      .map(\.element)
    let isClosed =
      vertices.count >= 3 || (vertices.count == 2 && vertices.allSatisfy { $0.arc != nil })
    return isClosed ? .outline(Outline(vertices)) : .withoutArea
  }

  /// A path of one point: a circle or a square.
  private func dot(at center: Vector) -> Result {
    switch ends {
    case .round:
      let radius = Int32(halfWidth.rounded())
      guard radius > 0 else { return .withoutArea }
      return .outline(Outline(center: points[0], radius: radius))
    case .extended(let begin, let end):
      let corners = Self.points([
        Vector(x: center.x - begin, y: center.y - halfWidth),
        Vector(x: center.x + end, y: center.y - halfWidth),
        Vector(x: center.x + end, y: center.y + halfWidth),
        Vector(x: center.x - begin, y: center.y + halfWidth),
      ])
      guard let corners else { return .overflow }
      return Set(corners).count >= 3 ? .outline(Outline(corners)) : .withoutArea
    }
  }

  /// Returns the corner or corners of one side where the direction changes.
  private func corners(at point: Vector, _ a: Vector, _ b: Vector, side: Double) -> [Vector] {
    let normalA = Vector(x: -a.y, y: a.x) * (side * halfWidth)
    let normalB = Vector(x: -b.y, y: b.x) * (side * halfWidth)
    let cosine = a.x * b.x + a.y * b.y
    guard cosine < -1e-9 else {
      // Both offset lines meet at (normalA + normalB) / (1 + cos).
      return [point + (normalA + normalB) * (1 / (1 + cosine))]
    }
    let isOuter = (a.x * b.y - a.y * b.x) * side < 0
    guard isOuter else {
      let tangent = 1 / (1 + cosine)
      // The inner corner of a sharp bend may lie far back; past a length of a segment it is cut.
      return tangent < 8 ? [point + (normalA + normalB) * tangent] : [point]
    }
    return [point + normalA + a * halfWidth, point + normalB - b * halfWidth]
  }

  private static func semicircle(from start: Point, to end: Point) -> Arc {
    let (dx, dy) = (Double(end.x) - Double(start.x), Double(end.y) - Double(start.y))
    let radius = ((dx * dx + dy * dy).squareRoot() / 2).rounded(.up)
    return Arc(radius: Int32(max(1, radius)), isCounterclockwise: true)
  }

  private static func points(_ vectors: [Vector]) -> [Point]? {
    var result: [Point] = []
    for vector in vectors {
      guard abs(vector.x) < 1e10, abs(vector.y) < 1e10 else { return nil }
      guard let point = Point(exactly: Int(vector.x.rounded()), Int(vector.y.rounded())) else {
        return nil
      }
      result.append(point)
    }
    return result
  }

  /// A pair of numbers in nanometres, or a direction of length 1.
  private struct Vector {
    var x: Double
    var y: Double

    var unit: Vector {
      let length = (x * x + y * y).squareRoot()
      return Vector(x: x / length, y: y / length)
    }

    static func + (left: Vector, right: Vector) -> Vector {
      Vector(x: left.x + right.x, y: left.y + right.y)
    }

    static func - (left: Vector, right: Vector) -> Vector {
      Vector(x: left.x - right.x, y: left.y - right.y)
    }

    static func * (left: Vector, right: Double) -> Vector {
      Vector(x: left.x * right, y: left.y * right)
    }
  }
}

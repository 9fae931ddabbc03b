extension Outline {
  /// The greatest distance between an arc and the chord that replaces it, unless stated otherwise.
  public static let defaultChordError = 500

  /// Returns the outline with every arc replaced by chords.
  ///
  /// An arc is halved until the sagitta of a part is at most `chordError` nanometres. Only additions,
  /// multiplications, divisions and square roots are used, which IEEE 754 rounds correctly, so that the
  /// result is the same on every machine.
  public func flattened(chordError: Int = Outline.defaultChordError) -> Outline {
    guard !isStraight else { return self }
    var points: [Point] = []
    for (index, vertex) in vertices.enumerated() {
      let end = vertices[(index + 1) % vertices.count].point
      points.append(vertex.point)
      if let arc = vertex.arc {
        points += Self.innerPoints(of: arc, from: vertex.point, to: end, chordError: chordError)
      }
    }
    return Outline(points)
  }

  private static func innerPoints(
    of arc: Arc,
    from start: Point,
    to end: Point,
    chordError: Int
  ) -> [Point] {
    let radius = Double(arc.radius)
    let chord = Vector(
      x: Double(end.x) - Double(start.x),
      y: Double(end.y) - Double(start.y)
    )
    let length = chord.length
    guard length > 0 else { return [] }
    let middle = Vector(
      x: (Double(start.x) + Double(end.x)) / 2,
      y: (Double(start.y) + Double(end.y)) / 2
    )
    // The centre lies on the side to which the edge turns.
    let side: Double = arc.isCounterclockwise ? 1 : -1
    let inward = Vector(x: -chord.y / length * side, y: chord.x / length * side)
    let height = max(0, radius * radius - length * length / 4).squareRoot()
    let center = Vector(x: middle.x + inward.x * height, y: middle.y + inward.y * height)
    let apex = Vector(x: -inward.x, y: -inward.y)
    let first = Vector(x: Double(start.x) - center.x, y: Double(start.y) - center.y).unit
    let last = Vector(x: Double(end.x) - center.x, y: Double(end.y) - center.y).unit
    let limit = Double(max(1, chordError))
    var directions: [Vector] = []
    func divide(_ from: Vector, _ through: Vector?, _ to: Vector, depth: Int) {
      let half = through ?? Vector(x: from.x + to.x, y: from.y + to.y).unit
      let cosine = Vector(x: from.x + to.x, y: from.y + to.y).length / 2
      let isFine = through == nil && radius * (1 - cosine) <= limit
      guard !isFine, depth < 16 else { return }
      divide(from, nil, half, depth: depth + 1)
      directions.append(half)
      divide(half, nil, to, depth: depth + 1)
    }
    divide(first, apex, last, depth: 0)
    return directions.map { direction in
      Point(
        Int((center.x + radius * direction.x).rounded()),
        Int((center.y + radius * direction.y).rounded())
      )
    }
  }

  private struct Vector {
    var x: Double
    var y: Double
    var length: Double { (x * x + y * y).squareRoot() }
    var unit: Vector { Vector(x: x / length, y: y / length) }
  }
}

/// A line of straight and round edges in the units of a file, open or closed.
struct DXFCurve {
  /// A corner and the bulge of the edge that leaves it.
  struct Corner {
    var x: Double
    var y: Double
    var bulge: Double
  }

  /// The name of the layer in the file.
  var layer: String
  /// The line where the entity begins.
  let line: Int
  /// The corners; the bulge of the last one counts where the curve is closed.
  var corners: [Corner]
  /// Whether the last corner connects to the first.
  let isClosed: Bool

  /// Whether any edge is round.
  var isRound: Bool { corners.contains { $0.bulge != 0 } }

  /// Returns the curve drawn in the other direction; it must be open.
  var reversed: DXFCurve {
    var copy = self
    copy.corners = corners.indices.reversed()
      .map { index in
        let bulge = index > 0 ? -corners[index - 1].bulge : 0
        return Corner(x: corners[index].x, y: corners[index].y, bulge: bulge)
      }
    return copy
  }
}

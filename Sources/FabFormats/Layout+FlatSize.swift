public import FabDiagnostics
public import FabGeometry
public import FabLayout
import FabRecipe

extension Layout {
  /// Counts what flattening would make, without expanding anything.
  ///
  /// - Complexity: O(cells + references), whatever the size of the arrays.
  public var flatSize: FlatSize {
    var sizes: [CellName: FlatSize] = [:]
    for cell in cells {
      var placements = 1
      var shapes = cell.shapes.values.reduce(0) { $0 + $1.count }
      var depth = 1
      for reference in cell.references {
        guard let child = sizes[reference.cell] else { continue }
        let count = reference.grid.map { Self.product($0.columns, $0.rows) } ?? 1
        placements = Self.sum(placements, Self.product(count, child.placements))
        shapes = Self.sum(shapes, Self.product(count, child.shapes))
        depth = max(depth, Self.sum(child.depth, 1))
      }
      sizes[cell.name] = FlatSize(placements: placements, shapes: shapes, depth: depth)
    }
    let tops = topCells.compactMap { sizes[$0] }
    return FlatSize(
      placements: tops.reduce(0) { Self.sum($0, $1.placements) },
      shapes: tops.reduce(0) { Self.sum($0, $1.shapes) },
      depth: tops.map(\.depth).max() ?? 0
    )
  }

  /// Returns all shapes in wafer coordinates, unless there are too many of them.
  ///
  /// - Parameters:
  ///   - file: The file that the layout came from, for messages.
  ///   - limit: The most placements and the most polygons to expand.
  /// - Returns: The polygons of each layer.
  /// - Throws: A ``DiagnosticError`` with the code `out-of-range` where the layout is larger or nested
  ///   more deeply than ``FlatSize/depthLimit``, or `coordinate-overflow`.
  public func flattened(
    file: String,
    limit: Int = FlatSize.defaultLimit
  ) throws(DiagnosticError) -> [Layer: [Polygon]] {
    let size = flatSize
    guard size.placements <= limit, size.shapes <= limit, size.depth <= FlatSize.depthLimit else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .file(file),
          "expanding the hierarchy gives \(size.shapes) shapes in \(size.placements) placements, "
            + "\(size.depth) cells deep; at most \(limit) and \(FlatSize.depthLimit) are expanded",
          fixes: ["check the columns and rows of the arrays in the file"]
        )
      )
    }
    let shapes: [Layer: [Polygon]]
    do {
      shapes = try flattened()
    } catch {
      throw Self.overflow("a placement of cell '\(error.cell)' leaves", file: file)
    }
    for (layer, polygons) in shapes where !polygons.allSatisfy(\.hasRoomForArcs) {
      throw Self.overflow("an arc on level '\(layer.level)' may leave", file: file)
    }
    return shapes
  }

  private static func overflow(_ subject: String, file: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .coordinateOverflow,
        at: .file(file),
        "\(subject) the range of ±2.147 m",
        fixes: ["check the offsets and magnifications of its references"]
      )
    )
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (result, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : result
  }

  private static func product(_ left: Int, _ right: Int) -> Int {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? .max : result
  }
}

extension Polygon {
  /// Whether every arc, which reaches at most its diameter past its ends, stays in the 32-bit range.
  var hasRoomForArcs: Bool {
    outlines.allSatisfy { outline in
      outline.vertices.indices.allSatisfy { index in
        guard let arc = outline.vertices[index].arc else { return true }
        let ends = [
          outline.vertices[index], outline.vertices[(index + 1) % outline.vertices.count],
        ]
        let limit = Int(Int32.max) - 2 - Self.reach(of: arc, between: ends[0].point, ends[1].point)
        return ends.allSatisfy { abs(Int($0.point.x)) <= limit && abs(Int($0.point.y)) <= limit }
      }
    }
  }

  /// How far an arc of at most a semicircle lies from its chord, at most.
  private static func reach(of arc: Arc, between start: Point, _ end: Point) -> Int {
    let width = abs(Int(start.x) - Int(end.x)) + abs(Int(start.y) - Int(end.y))
    return min(2 * Int(arc.radius), width)
  }
}

import FabDiagnostics
import FabGeometry
import FabUnits
import FabYAML

/// Reads lengths of a floor plan onto the nanometre grid.
struct GridReader {
  let collector: DiagnosticCollector

  /// The greatest length and coordinate, in nanometres: half the coordinate range, so that sums stay in it.
  static let farthest = 1_000_000_000

  /// The most places of a grid: more than any wafer carries.
  static let mostSpots = 20_000

  /// Returns a length in nanometres; reports what lies between grid points or beyond the range.
  func nanometres(
    _ node: YAMLNode,
    of key: String,
    in range: QuantityRange<LengthDimension> = .any
  ) -> Int? {
    guard let length = node.quantity(of: key, in: range, collector: collector) else { return nil }
    let value = length.value(in: .nanometre)
    guard value.rounded() == value else {
      collector.add(
        Diagnostic(
          .offGrid,
          at: node.place,
          "'\(key)' is \(length.text(in: .nanometre)); layouts lie on a grid of 1 nm",
          fixes: ["write \(Length(value.rounded(), .nanometre).text(in: .millimetre))"]
        )
      )
      return nil
    }
    guard abs(value) <= Double(Self.farthest) else {
      collector.add(
        Diagnostic(
          .coordinateOverflow,
          at: node.place,
          "'\(key)' is \(length.text(in: .millimetre)); layouts reach to 1000 mm at most"
        )
      )
      return nil
    }
    return Int(value)
  }

  /// Returns a positive length of a key, or the default.
  func length(_ key: String, _ reader: MappingReader, default value: Int) -> Int {
    reader.optionalNode(key).flatMap { nanometres($0, of: key, in: .positive) } ?? value
  }

  /// Returns a list of so many lengths.
  func lengths(_ node: YAMLNode, of key: String, count: Int, form: String) -> [Int]? {
    guard let items = node.items(of: key, collector: collector) else { return nil }
    guard items.count == count else {
      collector.add(
        Diagnostic(
          .wrongKind,
          at: node.place,
          "'\(key)' is \(form); found a list of \(items.count)"
        )
      )
      return nil
    }
    let values = items.compactMap { nanometres($0, of: key) }
    return values.count == count ? values : nil
  }

  /// Returns a point `[x, y]`.
  func point(_ node: YAMLNode, of key: String) -> Point? {
    lengths(node, of: key, count: 2, form: "a point [x, y]").map { Point($0[0], $0[1]) }
  }

  /// Returns a box `[x0, y0, x1, y1]`, or the default.
  func box(_ key: String, _ reader: MappingReader, default value: Box) -> Box {
    guard
      let node = reader.optionalNode(key),
      let edges = lengths(node, of: key, count: 4, form: "a box [x0, y0, x1, y1]")
    else { return value }
    guard edges[0] < edges[2], edges[1] < edges[3] else {
      collector.add(
        Diagnostic(
          .outOfRange,
          at: node.place,
          "'\(key)' needs x0 below x1 and y0 below y1",
          fixes: ["swap the edges"]
        )
      )
      return value
    }
    return Box(edges[0], edges[1], edges[2], edges[3])
  }

  /// Returns an interval `[low, high]`, or the default.
  func interval(_ key: String, _ reader: MappingReader, default value: Interval) -> Interval {
    guard
      let node = reader.optionalNode(key),
      let ends = lengths(node, of: key, count: 2, form: "an interval [low, high]")
    else { return value }
    guard ends[0] < ends[1] else {
      collector.add(
        Diagnostic(
          .outOfRange,
          at: node.place,
          "'\(key)' needs its lower end first",
          fixes: ["swap the ends"]
        )
      )
      return value
    }
    return Interval(ends[0], ends[1])
  }

  /// Returns the points of `at` and of `grid`, in that order; reports a group without either.
  func spots(_ reader: MappingReader) -> [Spot] {
    var spots: [Spot] = []
    for node in reader.optionalList("at") {
      if let position = point(node, of: "at") { spots.append(Spot(position, source: node.place)) }
    }
    if let grid = reader.optionalMapping("grid", of: "a grid") {
      spots += gridSpots(grid)
      grid.finish()
    }
    if spots.isEmpty, !collector.hasErrors {
      collector.add(
        Diagnostic(
          .missingKey,
          at: reader.place,
          "\(reader.subject) needs 'at' or 'grid'",
          fixes: [
            "add 'at: [[0 mm, 0 mm]]' with the middles, or "
              + "'grid: {columns: 3, rows: 3, pitch: 18.5 mm}'"
          ]
        )
      )
    }
    return spots
  }

  /// The points of a grid, row by row from the top left.
  private func gridSpots(_ grid: MappingReader) -> [Spot] {
    let columns = grid.optionalInteger("columns", in: 1...1000) ?? 1
    let rows = grid.optionalInteger("rows", in: 1...1000) ?? 1
    let pitch = length("pitch", grid, default: 0)
    let pitchX = length("pitchX", grid, default: pitch)
    let pitchY = length("pitchY", grid, default: pitch)
    let center = grid.optionalNode("center").flatMap { point($0, of: "center") } ?? .zero
    if (columns > 1 && pitchX == 0) || (rows > 1 && pitchY == 0) {
      collector.add(
        Diagnostic(
          .missingKey,
          at: grid.place,
          "a grid of several places needs 'pitch'",
          fixes: ["add 'pitch: 18.5 mm', or 'pitchX' and 'pitchY'"]
        )
      )
      return []
    }
    guard columns * rows <= Self.mostSpots else {
      collector.add(
        Diagnostic(
          .outOfRange,
          at: grid.place,
          "the grid has \(columns * rows) places; at most \(Self.mostSpots) are drawn",
          fixes: ["choose fewer 'columns' and 'rows'"]
        )
      )
      return []
    }
    let left = Int(center.x) - (columns - 1) * pitchX / 2
    let top = Int(center.y) + (rows - 1) * pitchY / 2
    var spots: [Spot] = []
    for row in 0..<rows {
      for column in 0..<columns {
        guard let point = Point(exactly: left + column * pitchX, top - row * pitchY) else {
          collector.add(
            Diagnostic(
              .coordinateOverflow,
              at: grid.place,
              "the grid reaches beyond the coordinate range"
            )
          )
          return []
        }
        spots.append(Spot(point, source: grid.place))
      }
    }
    return spots
  }
}

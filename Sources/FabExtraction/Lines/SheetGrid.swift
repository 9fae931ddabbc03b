import FabGeometry

/// A conductor piece divided into rectangular cells, with terminals on some of them.
///
/// Grid lines run through every corner of the piece and of its terminals, so that upright shapes are represented
/// exactly; slanted edges become steps of the grid's width.
struct SheetGrid {
  /// What a cell is: outside (-2), free (-1) or the number of a terminal.
  private(set) var owners: [Int]
  /// The widths of the columns, in nanometres.
  let widths: [Double]
  /// The heights of the rows.
  let heights: [Double]

  /// The number of cells across the narrowest part of a piece, unless the limit of cells forbids it.
  static let cellsAcross = 8
  /// About how many cells a piece's box may have.
  static let cellLimit = 20_000

  init(_ polygon: Polygon, terminals: [Polygon]) {
    let step = Self.step(for: polygon)
    let all = [polygon] + terminals
    let xs = Self.lines(all.flatMap { $0.outlines.flatMap { $0.points.map { Int($0.x) } } }, step)
    let ys = Self.lines(all.flatMap { $0.outlines.flatMap { $0.points.map { Int($0.y) } } }, step)
    widths = zip(xs, xs.dropFirst()).map { Double($1 - $0) }
    heights = zip(ys, ys.dropFirst()).map { Double($1 - $0) }
    owners = Array(repeating: -2, count: max(0, xs.count - 1) * max(0, ys.count - 1))
    fill(polygon, xs: xs, ys: ys) { $0 == -2 ? -1 : $0 }
    for (number, terminal) in terminals.enumerated() {
      fill(terminal, xs: xs, ys: ys) { $0 == -1 ? number : $0 }
    }
  }

  /// A share of the narrowest strip between two corners' coordinates, so that every line has cells across it.
  private static func step(for polygon: Polygon) -> Int {
    let box = polygon.boundingBox
    let points = polygon.outlines.flatMap(\.points)
    var narrowest = min(box.width, box.height)
    for coordinates in [points.map { Int($0.x) }, points.map { Int($0.y) }] {
      let sorted = Set(coordinates).sorted()
      for (low, high) in zip(sorted, sorted.dropFirst()) { narrowest = min(narrowest, high - low) }
    }
    let finest = (Double(box.width) * Double(box.height) / Double(cellLimit)).squareRoot()
    return max(1, Int(max(Double(narrowest) / Double(cellsAcross), finest)))
  }

  /// Changes the owner of the cells whose middle lies in a polygon.
  private mutating func fill(_ polygon: Polygon, xs: [Int], ys: [Int], _ change: (Int) -> Int) {
    let columns = widths.count
    let box = polygon.boundingBox
    for row in heights.indices {
      let y = Double(ys[row] + ys[row + 1]) / 2
      guard y > Double(box.min.y), y < Double(box.max.y) else { continue }
      let crossings = Self.crossings(of: polygon, at: y)
      var next = 0
      var isInside = false
      for column in 0..<columns {
        let x = Double(xs[column] + xs[column + 1]) / 2
        while next < crossings.count, crossings[next] < x {
          isInside.toggle()
          next += 1
        }
        if isInside { owners[row * columns + column] = change(owners[row * columns + column]) }
      }
    }
  }

  /// The places where outlines cross a horizontal line, ascending.
  private static func crossings(of polygon: Polygon, at y: Double) -> [Double] {
    var result: [Double] = []
    for outline in polygon.flattened().outlines {
      let points = outline.points
      for (index, point) in points.enumerated() {
        let next = points[(index + 1) % points.count]
        let (low, high) = (Double(point.y), Double(next.y))
        guard (low > y) != (high > y) else { continue }
        let share = (y - low) / (high - low)
        result.append(Double(point.x) + share * (Double(next.x) - Double(point.x)))
      }
    }
    return result.sorted()
  }

  /// Grid lines through all coordinates, none farther apart than a step.
  private static func lines(_ coordinates: [Int], _ step: Int) -> [Int] {
    let sorted = Set(coordinates).sorted()
    var lines: [Int] = []
    for (low, high) in zip(sorted, sorted.dropFirst()) {
      let parts = (high - low + step - 1) / step
      for part in 0..<parts { lines.append(low + (high - low) * part / parts) }
    }
    if let last = sorted.last { lines.append(last) }
    return lines
  }
}

import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe

extension GDSIIStructureBuilder {
  /// The most references that an array with uneven steps is divided into [ours].
  static let unevenArrayLimit = 100_000

  /// Returns the references of an SREF or AREF: one, unless the steps of an array are uneven.
  mutating func references(
    of element: GDSIIElement,
    name: String?
  ) throws(DiagnosticError) -> [Reference] {
    let cell = CellName(try element.required(.referencedName).text)
    let points = try points(of: element)
    let isArray = element.head.kind == .arrayReference
    guard points.count == (isArray ? 3 : 1) else {
      throw element.head.corrupt(
        "\(element.head.kind.name) has \(points.count) points; \(isArray ? 3 : 1) is expected"
      )
    }
    let transform = try transform(of: element, offset: points[0])
    guard isArray else { return [Reference(to: cell, transform, name: name)] }
    let size = try element.required(.columnsAndRows)
    guard size.words.count == 2, size.words[0] > 0, size.words[1] > 0 else {
      throw size.corrupt("COLROW has the values \(size.words); two numbers from 1 are expected")
    }
    let columns = Axis(count: Int(size.words[0]), from: points[0], to: points[1])
    let rows = Axis(count: Int(size.words[1]), from: points[0], to: points[2])
    return try grid(columns: columns, rows: rows, of: element)
      .map { start, grid in
        guard let offset = Point(exactly: start.x, start.y) else {
          return Reference(to: cell, transform, grid: grid, name: name)
        }
        let placed = Transform(
          offset: offset,
          rotation: transform.rotation,
          magnification: transform.magnification,
          isMirrored: transform.isMirrored
        )
        return Reference(to: cell, placed, grid: grid, name: name)
      }
  }

  /// One direction of an array.
  private struct Axis {
    let count: Int
    /// From the first place to the one past the last, in nanometres.
    let x: Int
    let y: Int

    init(count: Int, from start: Point, to end: Point) {
      self.count = count
      x = Int(end.x) - Int(start.x)
      y = Int(end.y) - Int(start.y)
    }

    /// The step where it is the same everywhere and fits the grid.
    var step: Point? {
      guard x.isMultiple(of: count), y.isMultiple(of: count) else { return nil }
      return Point(exactly: x / count, y / count)
    }

    /// The places of an uneven axis, each rounded on its own.
    func place(_ index: Int) -> (x: Int, y: Int) {
      let share = Double(index) / Double(count)
      return (Int((Double(x) * share).rounded()), Int((Double(y) * share).rounded()))
    }
  }

  private typealias Placed = (start: (x: Int, y: Int), grid: Reference.Grid?)

  private mutating func grid(
    columns: Axis,
    rows: Axis,
    of element: GDSIIElement
  ) throws(DiagnosticError) -> [Placed] {
    let origin = try points(of: element)[0]
    let start = (x: Int(origin.x), y: Int(origin.y))
    if let columnStep = columns.step, let rowStep = rows.step {
      let grid = Reference.Grid(
        columns: columns.count,
        rows: rows.count,
        columnStep: columnStep,
        rowStep: rowStep
      )
      return [(start, grid)]
    }
    let uneven = [columns, rows].filter { $0.step == nil }
    let count = uneven.reduce(1) { $0 * $1.count }
    guard count <= Self.unevenArrayLimit else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: element.head.place,
          "the steps of an array of \(columns.count) columns and \(rows.count) rows aren't whole "
            + "nanometres; at most \(Self.unevenArrayLimit) such places are rounded one by one",
          fixes: ["export the file with a step on the grid of 1 nm"]
        )
      )
    }
    leftOut.note(.roundedCoordinate, count)
    var result: [Placed] = []
    for row in 0..<(rows.step == nil ? rows.count : 1) {
      for column in 0..<(columns.step == nil ? columns.count : 1) {
        let (right, up) = (columns.place(column), rows.place(row))
        let grid = Reference.Grid(
          columns: columns.step == nil ? 1 : columns.count,
          rows: rows.step == nil ? 1 : rows.count,
          columnStep: columns.step ?? .zero,
          rowStep: rows.step ?? .zero
        )
        result.append(((start.x + right.x + up.x, start.y + right.y + up.y), grid))
      }
    }
    guard result.allSatisfy({ Point(exactly: $0.start.x, $0.start.y) != nil }) else {
      throw overflow(element, origin.x, origin.y)
    }
    return result
  }

  private mutating func transform(
    of element: GDSIIElement,
    offset: Point
  ) throws(DiagnosticError) -> Transform {
    let flags = try element[.transformation]?.word() ?? 0
    // Bits 13 and 14 of the manual: magnification and angle that don't follow the cell above.
    if flags & 0x0006 != 0 { leftOut.note(.absoluteTransformation) }
    let magnification = try element[.magnification]?.real() ?? 1
    guard magnification > 0, magnification < 1e9 else {
      throw try element.required(.magnification)
        .corrupt("the magnification is \(magnification); one above 0 and below 1e9 is expected")
    }
    return Transform(
      offset: offset,
      rotation: try element[.angle]?.real() ?? 0,
      magnification: magnification,
      isMirrored: flags & 0x8000 != 0
    )
  }
}

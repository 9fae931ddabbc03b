public import FabGeometry
import FabRecipe

/// The crossbar array of PCUs; an array of one row and column is the single PCU.
public struct PCUArray: Sendable {
  /// The dimensions of the array.
  public let array: ArrayParameters
  /// The PCU cell.
  public let pcu: PCUCell

  /// Creates an array description.
  public init(array: ArrayParameters, pcu: PCUCell) {
    self.array = array
    self.pcu = pcu
  }

  /// Returns the block: cells, frame, sites and contacts.
  public func block(named name: String) -> BlockCell {
    let ending = pcu.cell(named: CellName("\(name)_PCU_END"), bitLine: .ending)
    let through = pcu.cell(named: CellName("\(name)_PCU"), bitLine: .through)
    var references: [Reference] = []
    if array.rows > 1 {
      references.append(row(of: through, from: 0, count: array.rows - 1))
    }
    references.append(row(of: ending, from: array.rows - 1, count: 1))
    let top = Cell(
      name: CellName(name),
      shapes: [
        Layer(pcu.roles.bottomConductor): wordLinePads.flatMap {
          [Polygon($0.pad), Polygon($0.neck)]
        },
        Layer(pcu.roles.topConductor): bitLinePads.flatMap { [Polygon($0.pad), Polygon($0.neck)] },
        Layer(pcu.roles.bottomConductor, .reference): [Polygon(box)],
      ]
      .mapValues { Region($0).polygons },
      labels: lineLabels,
      references: references
    )
    return BlockCell(
      cells: (array.rows > 1 ? [through] : []) + [ending, top],
      box: box,
      sites: sites,
      contacts: contacts,
      crossings: (array.rows - 1) * array.columns
    )
  }

  /// The frame around cells and pad strips, from the lower left cell's corner.
  public var box: Box {
    let size = pcu.parameters.size
    return Box(
      -array.padStrip,
      -array.padStrip,
      array.columns * array.pitch,
      (array.rows - 1) * array.pitch + size
    )
  }

  private func row(of cell: Cell, from first: Int, count: Int) -> Reference {
    let transform = Transform(offset: Point(0, first * array.pitch))
    guard array.columns > 1 || count > 1 else { return Reference(to: cell.name, transform) }
    return Reference(
      to: cell.name,
      transform,
      grid: Reference.Grid(
        columns: array.columns,
        rows: count,
        columnStep: Point(array.pitch, 0),
        rowStep: Point(0, array.pitch)
      )
    )
  }

  /// The origin of the cell in a row from the top and a column from the left, both from 1.
  private func origin(row: Int, column: Int) -> Point {
    Point((column - 1) * array.pitch, (array.rows - row) * array.pitch)
  }

  /// Pads and the necks to their lines, from row 1 at the top; a pad ends with the cell's upper edge.
  private var wordLinePads: [(pad: Box, neck: Box)] {
    (1...array.rows)
      .map { row in
        let y = Int(origin(row: row, column: 1).y)
        let line = pcu.parameters.wordLine
        let top = y + Swift.min(pcu.parameters.size, line.middle + array.padWidth / 2)
        let pad = Box(
          -array.padStrip,
          top - array.padWidth,
          -array.padStrip + array.padLength,
          top
        )
        return (pad, Box(Int(pad.max.x), y + line.lower, 0, y + line.upper))
      }
  }

  private var bitLinePads: [(pad: Box, neck: Box)] {
    (1...array.columns)
      .map { column in
        let x = Int(origin(row: array.rows, column: column).x)
        let line = pcu.parameters.bitLine
        let right = x + Swift.min(pcu.parameters.size, line.middle + array.padWidth / 2)
        let pad = Box(
          right - array.padWidth,
          -array.padStrip,
          right,
          -array.padStrip + array.padLength
        )
        return (pad, Box(x + line.lower, Int(pad.max.y), x + line.upper, 0))
      }
  }

  private var isSingle: Bool { array.rows == 1 && array.columns == 1 }

  private var sites: [Site] {
    (1...array.rows)
      .flatMap { row in
        (1...array.columns)
          .map { column in
            let corner = origin(row: row, column: column)
            let size = pcu.parameters.size
            return Site(
              name: isSingle ? "" : "R\(row)C\(column)",
              block: "",
              row: row,
              column: column,
              box: Box(0, 0, size, size).moved(by: corner)
            )
          }
      }
  }

  private var contacts: [Contact] {
    let wordLines = wordLinePads.enumerated()
      .map { index, line in
        Contact(
          name: isSingle ? "WL" : "WL\(index + 1)",
          kind: .wordLine,
          position: line.pad.center
        )
      }
    let bitLines = bitLinePads.enumerated()
      .map { index, line in
        Contact(name: isSingle ? "BL" : "BL\(index + 1)", kind: .bitLine, position: line.pad.center)
      }
    let points = pcu.contactPoints
    let configure = sites.flatMap { site in
      let prefix = site.name.isEmpty ? "" : site.name + "."
      return [
        Contact(
          name: prefix + "CL1",
          kind: .configure1,
          position: site.box.min + points.configure1
        ),
        Contact(
          name: prefix + "CL2",
          kind: .configure2,
          position: site.box.min + points.configure2
        ),
      ]
    }
    return wordLines + bitLines + configure
  }

  private var lineLabels: [Label] {
    contacts.compactMap { contact in
      switch contact.kind {
      case .wordLine:
        Label(contact.name, on: Layer(pcu.roles.bottomConductor), at: contact.position)
      case .bitLine: Label(contact.name, on: Layer(pcu.roles.topConductor), at: contact.position)
      case .configure1, .configure2, .bottom, .top: nil
      }
    }
  }
}

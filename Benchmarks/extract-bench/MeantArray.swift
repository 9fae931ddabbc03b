import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe

/// What the array of `Benchmarks/extraction-peer` is meant to be: one PCU for each placement of its cell.
struct MeantArray {
  let sites: [Site]
  let contacts: [Contact]
  let schematic: Schematic

  init(_ layout: Layout, flow: ProcessFlow) throws {
    let roles = try PCURoles(flow, recipeName: "pcu-mapbi3.yaml")
    let cell = PCUCellParameters()
    guard let reference = layout.cells.last?.references.first, let grid = reference.grid else {
      (sites, contacts) = ([], [])
      schematic = Schematic(nets: [], devices: [], crossings: nil)
      return
    }
    let origin = reference.transform.offset
    var sites: [Site] = []
    var contacts: [Contact] = []
    let (columns, rows, size) = (grid.columns, grid.rows, cell.size)
    func point(_ column: Int, _ row: Int, _ x: Int, _ y: Int) -> Point {
      Point(
        Int(origin.x) + (column - 1) * size + x,
        Int(origin.y) + (rows - row) * size + y
      )
    }
    for row in 1...rows {
      contacts.append(
        Contact(
          name: "A.WL\(row)",
          kind: .wordLine,
          position: point(1, row, 10_000, cell.wordLine.middle)
        )
      )
      for column in 1...columns {
        let name = "A.R\(row)C\(column)"
        let box = Box(0, 0, size, size).moved(by: point(column, row, 0, 0))
        sites.append(Site(name: name, block: "A", row: row, column: column, box: box))
        let pads = [
          ("CL1", ContactKind.configure1, cell.configurePad1),
          ("CL2", .configure2, cell.configurePad2),
        ]
        for (pad, kind, place) in pads {
          contacts.append(
            Contact(name: "\(name).\(pad)", kind: kind, position: box.min + place.center)
          )
        }
      }
    }
    for column in 1...columns {
      contacts.append(
        Contact(
          name: "A.BL\(column)",
          kind: .bitLine,
          position: point(column, rows, cell.bitLine.middle, 10_000)
        )
      )
    }
    let array = Schematic.array(
      named: "A",
      rows: rows,
      columns: columns,
      roles: roles,
      cell: cell
    )
    self.sites = sites
    self.contacts = contacts
    // Every row has the cell whose bit line goes on, so the top row crosses its word line too.
    schematic = Schematic(nets: array.nets, devices: array.devices, crossings: rows * columns)
  }
}

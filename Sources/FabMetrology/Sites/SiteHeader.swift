import FabDiagnostics

/// The header of a table of sites.
struct SiteHeader {
  let columns: [SiteColumn]
  let separator: UInt8
  /// The characteristics of a wide table: names and units of its columns.
  let wide: [(name: String, unit: String)]
  /// The factor from the unit of x and y to millimetre.
  let scale: (x: Double, y: Double)
  /// Which column of a long table says what is to be known of each value; read after the values, see ``SiteTableFlags``.
  let flagColumn: Int?

  var isWide: Bool { !wide.isEmpty }

  init(_ line: String, name: String, number: Int) throws(DiagnosticError) {
    let candidates: [Character] = ["\t", ";", ","]
    let mark = candidates.first { line.contains($0) } ?? ","
    separator = mark.asciiValue ?? UInt8(ascii: ",")
    let row = IVRow(Substring(line), line: number, separator: mark)
    func place(_ cell: IVRow.Cell) -> Place {
      .text(
        SourceRange(
          file: name,
          start: SourcePosition(line: number, column: cell.column),
          length: cell.text.count,
          line: line.utf8.count <= 4000 ? line : ""
        )
      )
    }
    var errors: [Diagnostic] = []
    var columns: [SiteColumn] = []
    var wide: [(name: String, unit: String)] = []
    var scale = (x: 1.0, y: 1.0)
    var flagColumn: Int?
    let headings = row.cells.map { ColumnHeading($0.text) }
    let isLong = headings.contains { SiteColumn($0) == .value }
    for (cell, heading) in zip(row.cells, headings) {
      if let column = SiteColumn(heading) {
        if columns.contains(column) {
          errors.append(
            Diagnostic(
              .duplicateName,
              at: place(cell),
              "the column '\(heading.name)' stands twice"
            )
          )
        }
        if column == .x || column == .y {
          guard let factor = Self.lengths[heading.unit] else {
            errors.append(
              Diagnostic(
                .unknownUnit,
                at: place(cell),
                "no unit '\(heading.unit)' of a coordinate",
                fixes: ["write mm, µm, um or cm"]
              )
            )
            columns.append(column)
            continue
          }
          if column == .x { scale.x = factor } else { scale.y = factor }
        }
        columns.append(column)
      } else if isLong, heading.name == "flags", flagColumn == nil {
        flagColumn = columns.count
        // A column that reading the values passes over, as it does over all that a long table can't have.
        columns.append(.wide(-1))
      } else if isLong || heading.name.isEmpty {
        let known = SiteColumn.names.map(\.name) + ["flags"]
        errors.append(
          Diagnostic(
            .unknownColumn,
            at: place(cell),
            "no column '\(cell.text)'\(NearMiss.question(for: heading.name, among: known))",
            notes: [
              .init(
                "the columns are wafer, site, x, y, component, characteristic, value, u, unit, time, flags"
              )
            ]
          )
        )
      } else {
        if wide.contains(where: { $0.name == heading.name }) {
          errors.append(
            Diagnostic(.duplicateName, at: place(cell), "the column '\(cell.text)' stands twice")
          )
        }
        columns.append(.wide(wide.count))
        wide.append((heading.name, heading.unit))
      }
    }
    let hasPlace = columns.contains(.site) || (columns.contains(.x) && columns.contains(.y))
    let hasValue =
      isLong ? columns.contains(.characteristic) : !wide.isEmpty
    if !hasPlace || !hasValue {
      errors.append(
        Diagnostic(
          .unknownColumn,
          at: row.cells.first.map(place) ?? .file(name),
          hasPlace
            ? "the table has no column of values" : "the table doesn't say where it was measured",
          fixes: [
            "write a first line such as 'wafer,site,characteristic,value,u,unit', or 'wafer,x (mm),y (mm),thickness (nm)'"
          ]
        )
      )
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    self.columns = columns
    self.wide = wide
    self.scale = scale
    self.flagColumn = flagColumn
  }

  private static let lengths: [String: Double] = [
    "": 1, "mm": 1, "cm": 10, "\u{B5}m": 1e-3, "um": 1e-3, "m": 1000,
  ]
}

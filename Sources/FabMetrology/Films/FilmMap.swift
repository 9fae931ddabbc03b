public import FabDiagnostics

/// What was measured or predicted of the films at the sites of a wafer, as a file states it.
public struct FilmMap: Sendable {
  /// One site.
  public struct Entry: Hashable, Sendable {
    /// The name of the site, for instance `A5.R2C3`.
    public let site: String
    /// Thickness over the nominal thickness.
    public let relativeThickness: Double
    /// Shift of the absorption edge to longer wavelengths, in nanometre.
    public let edgeShiftNm: Double
    /// Where the row stands.
    public let place: Place
  }

  /// The sites in the order of the file.
  public let entries: [Entry]

  /// The columns that a header may name.
  private static let columns = ["site", "relativeThickness", "edgeShiftNm"]

  /// Reads a table with the columns `site` and one or both of `relativeThickness` and `edgeShiftNm`.
  ///
  /// Missing columns stand for nominal films. Nothing is left out: a map with a hole would look like a nominal film there.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect: `unknown-column`, `malformed-row`, `duplicate-name`,
  ///   `no-measurement`, `not-utf8`.
  public static func read(name: String, bytes: [UInt8]) throws(DiagnosticError) -> FilmMap {
    let source = try SourceText(measurement: name, bytes: bytes)
    let table = IVRows(source)
    guard let header = table.rows.first, table.rows.count > 1 else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .file(name),
          "the file has no site",
          fixes: ["write a line 'site,relativeThickness,edgeShiftNm', then one row a site"]
        )
      )
    }
    var errors: [Diagnostic] = []
    var kinds: [Int?] = []
    for cell in header.cells {
      let kind = columns.firstIndex { $0.lowercased() == cell.text.lowercased() }
      kinds.append(kind)
      guard kind == nil else { continue }
      errors.append(
        Diagnostic(
          .unknownColumn,
          at: source.place(line: header.line, column: cell.column, length: cell.text.count),
          "no column '\(cell.text)'\(NearMiss.question(for: cell.text, among: columns))",
          notes: [.init("the columns are \(columns.joined(separator: ", "))")]
        )
      )
    }
    if !kinds.contains(0) || !(kinds.contains(1) || kinds.contains(2)) {
      errors.append(
        Diagnostic(
          .unknownColumn,
          at: .file(name),
          "the columns 'site' and one of 'relativeThickness' and 'edgeShiftNm' are needed"
        )
      )
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    var entries: [Entry] = []
    var seen: Set<String> = []
    for row in table.rows.dropFirst() {
      do throws(RowRefusal) {
        let entry = try entry(of: row, kinds, table)
        if !seen.insert(entry.site).inserted {
          errors.append(
            Diagnostic(.duplicateName, at: entry.place, "the site '\(entry.site)' stands twice")
          )
        }
        entries.append(entry)
      } catch {
        errors.append(
          Diagnostic(
            .malformedRow,
            at: source.place(line: error.line, column: error.column, length: error.length),
            "found \(error.found), expected \(error.expected)"
          )
        )
      }
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    return FilmMap(entries: entries)
  }

  private static func entry(
    of row: IVRow,
    _ kinds: [Int?],
    _ table: IVRows
  ) throws(RowRefusal) -> Entry {
    func refuse(_ cell: IVRow.Cell?, _ expected: String) -> RowRefusal {
      RowRefusal(
        line: row.line,
        column: cell?.column ?? 1,
        length: max(1, cell?.text.count ?? 1),
        found: cell.map { "'\($0.text)'" } ?? "no value",
        expected: expected
      )
    }
    guard row.cells.count == kinds.count else {
      throw refuse(row.cells.last, "\(kinds.count) columns, as in the header")
    }
    var site = ""
    var values = [1: 1.0, 2: 0.0]
    for (cell, kind) in zip(row.cells, kinds) {
      switch kind {
      case 0: site = cell.text
      case let kind?:
        let range = kind == 1 ? 0.1...10 : -100.0...100
        let value = IVNumber.value(
          of: cell.text,
          exponent: 0,
          isDecimalComma: table.hasDecimalCommas
        )
        guard let value, range.contains(value) else {
          throw refuse(cell, "a number of \(range.lowerBound)...\(range.upperBound)")
        }
        values[kind] = value
      case nil: break
      }
    }
    return Entry(
      site: site,
      relativeThickness: values[1] ?? 1,
      edgeShiftNm: values[2] ?? 0,
      place: table.source.place(line: row.line, column: 1, length: 1)
    )
  }
}

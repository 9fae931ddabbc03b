public import FabDiagnostics
import FabUnits

/// Measured responses: what units gave for inputs, as a table states it.
public struct ResponseTable: Sendable {
  /// What a column holds.
  public enum Quantity: String, Hashable, Sendable {
    /// Volt.
    case voltage
    /// Ampere.
    case current
    /// Plain numbers: the heading states no unit.
    case number
  }

  /// One point.
  public struct Point: Hashable, Sendable {
    /// The unit's name; empty where the table has no such column.
    public let unit: String
    /// The input, in volt or ampere, or a plain number.
    public let input: Double
    /// The output, in volt or ampere, or a plain number.
    public let output: Double
  }

  /// What the inputs are.
  public let input: Quantity
  /// What the outputs are.
  public let output: Quantity
  /// The points in the order of the file.
  public let points: [Point]

  private static let columns = ["input", "output", "unit"]

  /// Reads a table with the columns `input` and `output`, with their units in the heading, and `unit` if there are several.
  ///
  /// Headings are for instance `input (V),output/nA,unit`. Every row must be right: a curve with a hole would be bent.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect: `unknown-column`, `unknown-unit`, `malformed-row`, `no-measurement`, `not-utf8`.
  public static func read(name: String, bytes: [UInt8]) throws(DiagnosticError) -> ResponseTable {
    let source = try SourceText(measurement: name, bytes: bytes)
    let table = IVRows(source)
    guard let header = table.rows.first, table.rows.count > 1 else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .file(name),
          "the file has no point",
          fixes: ["write a line 'input (V),output (A),unit', then one row a point"]
        )
      )
    }
    var errors: [Diagnostic] = []
    var headings: [String: IVColumn] = [:]
    for (index, cell) in header.cells.enumerated() {
      let title = String(cell.text.lowercased().prefix { $0.isLetter })
      let place = source.place(line: header.line, column: cell.column, length: cell.text.count)
      guard columns.contains(title), headings[title] == nil else {
        let words = headings[title] == nil ? "no column" : "a second column"
        errors.append(
          Diagnostic(
            .unknownColumn,
            at: place,
            "\(words) '\(cell.text)'\(NearMiss.question(for: title, among: columns))",
            notes: [.init("the columns are \(columns.joined(separator: ", "))")]
          )
        )
        continue
      }
      let column = IVColumn(cell.text, index: index)
      headings[title] = column
      if let unit = column.unitText, column.unitKind == nil {
        errors.append(
          Diagnostic(.unknownUnit, at: place, "'\(unit)' is no unit of voltages or currents")
        )
      }
    }
    guard let input = headings["input"], let output = headings["output"] else {
      errors.append(
        Diagnostic(.unknownColumn, at: .file(name), "the columns 'input' and 'output' are needed")
      )
      throw DiagnosticError(errors)
    }
    var points: [Point] = []
    for row in table.rows.dropFirst() {
      do throws(RowRefusal) {
        guard row.cells.count == header.cells.count else {
          throw refusal(row, row.cells.last, "\(header.cells.count) columns, as in the header")
        }
        func value(_ column: IVColumn) throws(RowRefusal) -> Double {
          let cell = row.cells[column.index]
          let value = IVNumber.value(
            of: cell.text,
            exponent: column.exponent,
            isDecimalComma: table.hasDecimalCommas
          )
          guard let value, value.isFinite, abs(value) < IVNumber.overflow else {
            throw refusal(row, cell, "a finite number")
          }
          return value
        }
        points.append(
          Point(
            unit: headings["unit"].map { row.cells[$0.index].text } ?? "",
            input: try value(input),
            output: try value(output)
          )
        )
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
    return ResponseTable(input: quantity(input), output: quantity(output), points: points)
  }

  private static func quantity(_ column: IVColumn) -> Quantity {
    switch column.unitKind {
    case .voltage: .voltage
    case .current: .current
    case nil: .number
    }
  }

  private static func refusal(
    _ row: IVRow,
    _ cell: IVRow.Cell?,
    _ expected: String
  ) -> RowRefusal {
    RowRefusal(
      line: row.line,
      column: cell?.column ?? 1,
      length: max(1, cell?.text.count ?? 1),
      found: cell.map { "'\($0.text)'" } ?? "no value",
      expected: expected
    )
  }
}

import FabDiagnostics

/// Reads a table: the heading first, then every row against it.
struct TableReader {
  let source: SourceText
  let columns: [TableColumn]
  let allowsOthers: Bool

  func read() throws(DiagnosticError) -> PlacedTable {
    let records = try TableScanner(source: source).records()
    guard let heading = records.first else {
      throw DiagnosticError(
        Diagnostic(.truncatedFile, at: .file(source.name), "the file is empty, expected a heading")
      )
    }
    let collector = DiagnosticCollector()
    let places = places(heading, collector)
    if collector.hasErrors { throw DiagnosticError(collector.diagnostics) }
    var rows: [[TableCell]] = []
    var fields: [[(line: Int, column: Int)]] = []
    for record in records.dropFirst() {
      guard record.count == heading.count else {
        collector.add(
          Diagnostic(
            .malformedRow,
            at: place(record[0]),
            "the row has \(record.count) fields, the heading \(heading.count)"
          )
        )
        continue
      }
      fields.append(record.map { ($0.line, $0.column) })
      rows.append(
        zip(places, columns)
          .map { index, column in
            guard let index else { return .empty }
            return cell(record[index], column, collector)
          }
      )
    }
    if collector.hasErrors { throw DiagnosticError(collector.diagnostics) }
    return PlacedTable(
      table: TableText(columns: columns, rows: rows),
      source: source,
      fields: fields,
      indices: places
    )
  }

  private func place(_ field: TableField) -> Place {
    source.place(line: field.line, column: field.column, length: max(1, field.text.count))
  }

  /// Returns for each column to read which field of a record it is.
  private func places(_ heading: [TableField], _ collector: DiagnosticCollector) -> [Int?] {
    let names = heading.map { TableText.unguarded($0.text).trimmed }
    for (index, name) in names.enumerated() {
      if names.firstIndex(of: name) != index {
        collector.add(
          Diagnostic(
            .duplicateName,
            at: place(heading[index]),
            "two columns are named '\(ExchangeName.shown(name))'"
          )
        )
      } else if !allowsOthers, !columns.contains(where: { $0.name == name }) {
        collector.add(
          Diagnostic(
            .unknownColumn,
            at: place(heading[index]),
            "column '\(ExchangeName.shown(name))' isn't one of this table"
              + NearMiss.question(for: name, among: columns.map(\.name))
          )
        )
      }
    }
    return columns.map { column in
      let index = names.firstIndex(of: column.name)
      if index == nil, !column.isOptional {
        collector.add(
          Diagnostic(
            .missingKey,
            at: place(heading[0]),
            "the file has no column '\(column.name)'"
              + NearMiss.question(for: column.name, among: names)
          )
        )
      }
      return index
    }
  }

  private func cell(
    _ field: TableField,
    _ column: TableColumn,
    _ collector: DiagnosticCollector
  ) -> TableCell {
    if field.text.isEmpty { return field.isQuoted && column.kind == .text ? .text("") : .empty }
    switch column.kind {
    case .text: return .text(TableText.unguarded(field.text))
    case .integer:
      if let value = Int(field.text.trimmed) { return .integer(value) }
    case .number:
      if let value = field.text.trimmed.decimalNumber { return .number(value) }
    }
    let expected = column.kind == .integer ? "a whole number" : "a number with a decimal point"
    collector.add(
      Diagnostic(
        .notANumber,
        at: place(field),
        "'\(column.name)' is '\(ExchangeName.shown(field.text))', expected \(expected)"
      )
    )
    return .empty
  }
}

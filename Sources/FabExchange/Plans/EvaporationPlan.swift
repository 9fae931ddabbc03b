public import FabDiagnostics

/// Evaporation plans under the headings that NOMAD's users fill in, as comma-separated text.
public enum EvaporationPlan {
  /// The headings, in their order.
  static let columns: [TableColumn] = [
    TableColumn("Material name"), TableColumn("Organic", isOptional: true),
    TableColumn("Base pressure", .number, isOptional: true),
    TableColumn("Pressure start", .number, isOptional: true),
    TableColumn("Pressure end", .number, isOptional: true),
    TableColumn("Source temperature start", .number, isOptional: true),
    TableColumn("Source temperature end", .number, isOptional: true),
    TableColumn("Substrate temperature", .number, isOptional: true),
    TableColumn("Thickness [nm]", .number, isOptional: true),
    TableColumn("Rate start [A/s]", .number, isOptional: true),
    TableColumn("Rate target [A/s]", .number, isOptional: true),
    TableColumn("Tooling factor", .number, isOptional: true),
    TableColumn("Tool/GB name", isOptional: true), TableColumn("Notes", isOptional: true),
  ]

  /// The numbers of a row in the order of the headings from `Base pressure` on.
  private static var numbers: [WritableKeyPath<EvaporationPlanRow, Double?>] {
    [
      \.basePressure, \.pressureStart, \.pressureEnd, \.sourceTemperatureStart,
      \.sourceTemperatureEnd, \.substrateTemperature, \.thickness, \.rateStart, \.rateTarget,
      \.toolingFactor,
    ]
  }

  /// Writes a plan with all headings.
  ///
  /// - Parameter rows: The rows.
  /// - Returns: The bytes of the file.
  /// - Throws: A ``DiagnosticError`` with every number that isn't finite.
  public static func bytes(of rows: [EvaporationPlanRow]) throws(DiagnosticError) -> [UInt8] {
    for row in rows where numbers.contains(where: { row[keyPath: $0]?.isFinite == false }) {
      throw DiagnosticError(
        Diagnostic(.notFinite, "the row of '\(row.material)' has a number that isn't finite")
      )
    }
    let table = TableText(
      columns: columns,
      rows: rows.map { row in
        let organic: TableCell = row.isOrganic.map { .text($0 ? "yes" : "no") } ?? .empty
        let values = numbers.map { row[keyPath: $0].map(TableCell.number) ?? .empty }
        return [.text(row.material), organic] + values
          + [row.tool, row.notes].map { $0.map(TableCell.text) ?? .empty }
      }
    )
    return table.bytes()
  }

  /// Reads a plan; headings may stand in any order, and all but the material's may be missing.
  ///
  /// - Parameters:
  ///   - file: The file as the user named it.
  ///   - bytes: Its content.
  /// - Returns: The rows.
  /// - Throws: A ``DiagnosticError`` with line and column of every defect: what ``TableText`` refuses, a row
  ///   without material, a word that is neither yes nor no, and numbers below zero that can't be.
  public static func read(
    file: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> [EvaporationPlanRow] {
    let source = try SourceText(name: file, bytes: bytes)
    let table = try TableReader(source: source, columns: columns, allowsOthers: false).read()
      .table
    // Places of rows, for what only a plan can refuse.
    let records = try TableScanner(source: source).records().dropFirst()
    let collector = DiagnosticCollector()
    var rows: [EvaporationPlanRow] = []
    for (cells, record) in zip(table.rows, records) {
      let place = source.place(line: record[0].line, column: record[0].column, length: 1)
      func fail(_ code: DiagnosticCode, _ text: String) {
        collector.add(Diagnostic(code, at: place, text))
      }
      guard case .text(let material) = cells[0], !material.trimmed.isEmpty else {
        fail(.missingKey, "the row has no 'Material name'")
        continue
      }
      var row = EvaporationPlanRow(material: material)
      if case .text(let word) = cells[1], !word.isEmpty {
        row.isOrganic = truth(word)
        if row.isOrganic == nil {
          fail(.unknownChoice, "'Organic' is '\(ExchangeName.shown(word))', expected yes or no")
        }
      }
      for (index, path) in numbers.enumerated() {
        guard case .number(let value) = cells[index + 2] else { continue }
        row[keyPath: path] = value
        let name = columns[index + 2].name
        // Temperatures in °C may lie below zero, nothing else may.
        if name.contains("temperature") ? value < -273.15 : value < 0 {
          fail(
            .outOfRange,
            "'\(name)' is \(value), expected \(name.contains("temperature") ? "-273.15" : "0") or more"
          )
        }
      }
      if case .text(let tool) = cells[12] { row.tool = tool }
      if case .text(let notes) = cells[13] { row.notes = notes }
      rows.append(row)
    }
    if collector.hasErrors { throw DiagnosticError(collector.diagnostics) }
    return rows
  }

  private static func truth(_ word: String) -> Bool? {
    switch word.trimmed.lowercased() {
    case "yes", "true", "1", "y", "organic": true
    case "no", "false", "0", "n", "inorganic": false
    default: nil
    }
  }
}

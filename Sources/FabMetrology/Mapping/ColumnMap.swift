public import FabDiagnostics
import FabYAML

/// What the columns of a file are, told by a person: for instruments whose format nobody documents.
public struct ColumnMap: Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// What it holds.
    public let quantity: SeriesQuantity
    /// Its heading; `nil` where its number counts.
    public let name: String?
    /// Its number from 1; `nil` where its heading counts.
    public let number: Int?
    /// The factor from its unit to ours.
    let factor: Double
  }

  /// What separates columns; found if `nil`.
  public enum Delimiter: String, CaseIterable, Sendable {
    /// A comma.
    case comma
    /// A semicolon.
    case semicolon
    /// A tab.
    case tab
    /// Spaces.
    case space

    var character: Character {
      switch self {
      case .comma: ","
      case .semicolon: ";"
      case .tab: "\t"
      case .space: " "
      }
    }
  }

  /// How numbers are written; decided from the file if `nil`.
  public enum Decimal: String, CaseIterable, Sendable {
    /// `1.5`.
    case point
    /// `1,5`.
    case comma
  }

  /// The columns.
  public let columns: [Column]
  /// What separates columns.
  public let delimiter: Delimiter?
  /// How numbers are written.
  public let decimal: Decimal?
  /// Lines to leave out at the beginning.
  public let skippedLines: Int
  /// Texts that stand for "not measured".
  public let missing: [String]

  /// Reads a map from YAML.
  ///
  /// ```yaml
  /// delimiter: semicolon
  /// decimal: comma
  /// skip: 3
  /// missing: ["-999", "n/a"]
  /// columns:
  ///   - {is: voltage, name: V1, unit: mV}
  ///   - {is: current, number: 2, unit: nA}
  /// ```
  ///
  /// - Throws: A ``DiagnosticError`` with the place of every defect.
  public static func read(name: String, bytes: [UInt8]) throws(DiagnosticError) -> ColumnMap {
    let source = try SourceText(name: name, bytes: bytes)
    let root = try YAMLNode.parse(source)
    let collector = DiagnosticCollector()
    guard let reader = MappingReader(root, of: "a column map", collector: collector) else {
      throw DiagnosticError(collector.diagnostics)
    }
    let delimiter = reader.optionalChoice("delimiter", of: Delimiter.self)
    let decimal = reader.optionalChoice("decimal", of: Decimal.self)
    let skipped = reader.optionalInteger("skip", in: 0...100_000) ?? 0
    let missing = reader.optionalList("missing").compactMap(\.scalarText)
    let nodes = reader.requiredList("columns")
    let columns = nodes.compactMap { column($0, collector) }
    reader.finish()
    for (index, column) in columns.enumerated()
    where columns[..<index].contains(where: { $0.quantity == column.quantity }) {
      collector.add(
        Diagnostic(
          .duplicateName,
          at: nodes[index].place,
          "two columns are '\(column.quantity.rawValue)'"
        )
      )
    }
    if columns.isEmpty, !collector.hasErrors {
      collector.add(
        Diagnostic(.missingKey, at: root.place, "a column map has at least one column")
      )
    }
    if delimiter == .comma, decimal == .comma {
      collector.add(
        Diagnostic(
          .wrongKind,
          at: root.place,
          "a comma can't separate both columns and decimals",
          fixes: ["state the delimiter that the file has"]
        )
      )
    }
    guard !collector.hasErrors else { throw DiagnosticError(collector.diagnostics) }
    return ColumnMap(
      columns: columns,
      delimiter: delimiter,
      decimal: decimal,
      skippedLines: skipped,
      missing: missing
    )
  }

  private static func column(_ node: YAMLNode, _ collector: DiagnosticCollector) -> Column? {
    guard let reader = MappingReader(node, of: "a column", collector: collector) else { return nil }
    let quantity = reader.requiredChoice("is", of: SeriesQuantity.self)
    let name = reader.optionalText("name")
    let number = reader.optionalInteger("number", in: 1...TextBounds.columnLimit)
    let unit = reader.optionalText("unit")
    reader.finish()
    guard let quantity else { return nil }
    if (name == nil) == (number == nil) {
      collector.add(
        Diagnostic(.missingKey, at: node.place, "a column has either a 'name' or a 'number'")
      )
      return nil
    }
    guard let factor = unit.map({ quantity.factor(of: $0) }) ?? 1 else {
      collector.add(
        Diagnostic(
          .unknownUnit,
          at: node.place,
          "no unit '\(unit ?? "")' of a \(quantity.rawValue)",
          fixes: [
            "write one of \(quantity.units.map(\.name).filter { !$0.isEmpty }.joined(separator: ", "))"
          ]
        )
      )
      return nil
    }
    return Column(quantity: quantity, name: name, number: number, factor: factor)
  }
}

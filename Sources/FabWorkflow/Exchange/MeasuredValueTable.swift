import FabDiagnostics
import FabExchange
import FabStore

/// Measured values as a table: one a row, with what their set says, so that each row stands for itself.
enum MeasuredValueTable {
  /// The columns in order; reading finds them by name.
  enum Column: Int, CaseIterable {
    case set
    case wafer
    case site
    case xMm
    case yMm
    case characteristic
    case value
    case u
    case unit
    case flags
    case measuredAt
    case operatorName
    case generated
    case run
    case seq
    case equipment
    case plan
    case `import`
    case supersedes

    var column: TableColumn {
      let kind: TableColumn.Kind =
        switch self {
        case .set, .generated, .seq, .import, .supersedes: .integer
        case .xMm, .yMm, .value, .u: .number
        default: .text
        }
      return TableColumn("\(self)", kind)
    }
  }

  /// All values in the order of their sets.
  static func table(from reader: StoreReader) throws(DiagnosticError) -> TableText {
    let labels = try SiteLabels(from: reader)
    let units = Dictionary(
      try reader.all(Characteristic.self).map { ($0.code, $0.unit) }
    ) { first, _ in first }
    var rows: [[TableCell]] = []
    for set in try reader.all(MeasurementSet.self) {
      let name =
        set.component.isEmpty ? set.characteristic : "\(set.component).\(set.characteristic)"
      let common: [TableCell] = [
        .text(set.measuredAt.text), .text(set.operatorName), .integer(set.generated),
        set.run.map(TableCell.text) ?? .empty, set.seq.map(TableCell.integer) ?? .empty,
        set.equipment.map(TableCell.text) ?? .empty, set.plan.map(TableCell.text) ?? .empty,
        set.import.map { .integer(Int($0)) } ?? .empty,
        set.supersedes.map { .integer(Int($0)) } ?? .empty,
      ]
      let unit = TableCell.text(units[set.characteristic] ?? "")
      for value in try reader.values(of: set) {
        rows.append(
          [
            .integer(Int(set.id)), .text(set.wafer),
            value.site.flatMap { labels.label(of: $0) }.map(TableCell.text) ?? .empty,
            value.xUm.map { .number(Double($0) / 1000) } ?? .empty,
            value.yUm.map { .number(Double($0) / 1000) } ?? .empty, .text(name),
            value.value.map(TableCell.number) ?? .empty, value.u.map(TableCell.number) ?? .empty,
            unit, value.flags.isEmpty ? .empty : .text(value.flags.text),
          ] + common
        )
      }
    }
    return TableText(columns: Column.allCases.map(\.column), rows: rows)
  }
}

/// What a column of a table of sites holds.
enum SiteColumn: Equatable {
  case wafer
  case site
  case x
  case y
  case characteristic
  case value
  case uncertainty
  case unit
  case component
  case time
  /// A characteristic of its own, by its number in the order of the columns; -1 for words that aren't read with the values.
  case wide(Int)

  /// The names that a header may use, ours first.
  static let names: [(name: String, column: SiteColumn)] = [
    ("wafer", .wafer), ("site", .site), ("x", .x), ("y", .y), ("characteristic", .characteristic),
    ("value", .value), ("u", .uncertainty), ("unit", .unit), ("wafer_id", .wafer),
    ("wafer id", .wafer), ("waferid", .wafer), ("parameter", .characteristic),
    ("quantity", .characteristic), ("uncertainty", .uncertainty), ("units", .unit), ("die", .site),
    ("x_mm", .x), ("y_mm", .y), ("component", .component), ("time", .time), ("measured_at", .time),
    ("measured at", .time),
  ]

  /// Returns the column of a heading; `nil` for a characteristic of its own.
  init?(_ heading: ColumnHeading) {
    guard let match = Self.names.first(where: { $0.name == heading.name }) else { return nil }
    self = match.column
  }

  /// Whether cells are numbers.
  var isNumeric: Bool {
    switch self {
    case .x, .y, .value, .uncertainty: true
    case .wide(let number): number >= 0
    case .wafer, .site, .characteristic, .unit, .component, .time: false
    }
  }
}

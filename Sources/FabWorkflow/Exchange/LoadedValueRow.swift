import FabDiagnostics
import FabExchange
import FabStore

/// A row of a table of measured values.
struct LoadedValueRow {
  /// The set that it belongs to.
  let header: MeasurementSet
  /// The unit.
  let unit: String
  /// The value.
  let row: LoadedValues.Row

  /// Takes a row apart.
  ///
  /// - Throws: A ``DiagnosticError`` with what is missing or isn't what it should be.
  init(_ placed: PlacedTable, row index: Int) throws(DiagnosticError) {
    let cells = placed.table.rows[index]
    func fail(
      _ code: DiagnosticCode,
      _ column: MeasuredValueTable.Column,
      _ text: String
    ) -> DiagnosticError {
      DiagnosticError(
        Diagnostic(code, at: placed.place(row: index, column: column.rawValue), text)
      )
    }
    func text(_ column: MeasuredValueTable.Column) -> String? {
      if case .text(let text) = cells[column.rawValue] { text } else { nil }
    }
    func integer(_ column: MeasuredValueTable.Column) -> Int? {
      if case .integer(let number) = cells[column.rawValue] { number } else { nil }
    }
    func number(_ column: MeasuredValueTable.Column) -> Double? {
      if case .number(let number) = cells[column.rawValue] { number } else { nil }
    }
    func required<Value>(
      _ value: Value?,
      _ column: MeasuredValueTable.Column
    ) throws(DiagnosticError) -> Value {
      guard let value else { throw fail(.missingKey, column, "the row has no '\(column)'") }
      return value
    }
    let moment = try required(text(.measuredAt), .measuredAt)
    let (component, name) = Self.split(try required(text(.characteristic), .characteristic))
    let generated = integer(.generated) ?? 0
    guard [0, 1].contains(generated) else {
      throw fail(.outOfRange, .generated, "'generated' is \(generated), expected 0 or 1")
    }
    let set = try required(integer(.set), .set)
    guard set > 0 else { throw fail(.outOfRange, .set, "'set' is \(set), expected 1 or more") }
    header = MeasurementSet(
      id: Int64(set),
      wafer: try required(text(.wafer), .wafer),
      characteristic: name,
      component: component,
      run: text(.run),
      seq: integer(.seq),
      equipment: text(.equipment),
      plan: text(.plan),
      measuredAt: try LabClock.moment(
        moment,
        at: placed.place(row: index, column: MeasuredValueTable.Column.measuredAt.rawValue)
      ),
      operatorName: try required(text(.operatorName), .operatorName),
      import: integer(.import).map(Int64.init),
      supersedes: integer(.supersedes).map(Int64.init),
      generated: generated,
      n: 0,
      missing: 0,
      digest: 0
    )
    unit = text(.unit) ?? ""
    var value = MeasuredValue(value: number(.value), u: number(.u))
    if let u = value.u, u < 0 { throw fail(.outOfRange, .u, "'u' is \(u), expected 0 or more") }
    let words = text(.flags) ?? ""
    guard let flags = MeasurementFlags(text: words) else {
      throw fail(
        .unknownChoice,
        .flags,
        "'\(words.prefix(40))' are no flags, expected some of \(MeasurementFlags.allNames.joined(separator: ", "))"
      )
    }
    value.flags = flags
    guard value.value != nil || !flags.isEmpty else {
      throw fail(.missingKey, .value, "the row has no 'value', and no flag says why")
    }
    let site = text(.site)
    if site == nil {
      for (column, path) in [
        (MeasuredValueTable.Column.xMm, \MeasuredValue.xUm), (.yMm, \MeasuredValue.yUm),
      ] {
        let place = try required(number(column), column)
        guard abs(place) < 1000 else {
          throw fail(.outOfRange, column, "'\(column)' is \(place), expected less than 1000")
        }
        value[keyPath: path] = Int32((place * 1000).rounded())
      }
    }
    row = LoadedValues.Row(
      value: value,
      site: site,
      place: placed.place(row: index, column: 0)
    )
  }

  /// `D1.ideality` is the ideality of the component D1.
  private static func split(_ name: String) -> (component: String, name: String) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, ComponentName(rawValue: parts[0]) != nil else { return ("", name) }
    return (parts[0], parts[1])
  }
}

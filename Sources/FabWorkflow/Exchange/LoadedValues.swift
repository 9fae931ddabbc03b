import FabDiagnostics
import FabExchange
import FabStore

/// Measured values that a table states, before their wafers and sites are held against the store.
struct LoadedValues {
  /// A value with the name of its site.
  struct Row {
    var value: MeasuredValue
    let site: String?
    let place: Place
  }

  /// A set with its values and the unit that the table states.
  struct Set {
    var header: MeasurementSet
    let unit: String
    let place: Place
    var rows: [Row]
  }

  /// The sets in the order of the table.
  private(set) var sets: [Set] = []

  /// No values.
  init() {}

  /// A table of many wafers has as many bytes [ours].
  private static let sizeLimit = 1_000_000_000
  /// Messages a table that are written out.
  private static let told = 50

  /// Reads a table.
  ///
  /// - Throws: A ``DiagnosticError`` with line and column of what can't be taken.
  init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
    let placed = try TableText.placed(
      file: file,
      bytes: bytes,
      columns: MeasuredValueTable.Column.allCases.map(\.column),
      sizeLimit: Self.sizeLimit
    )
    var indices: [Int64: Int] = [:]
    var errors: [Diagnostic] = []
    for row in placed.table.rows.indices where errors.count < Self.told {
      do throws(DiagnosticError) {
        let reading = try LoadedValueRow(placed, row: row)
        let (header, unit, value) = (reading.header, reading.unit, reading.row)
        guard let index = indices[header.id] else {
          indices[header.id] = sets.count
          sets.append(Set(header: header, unit: unit, place: value.place, rows: [value]))
          continue
        }
        guard sets[index].header == header, sets[index].unit == unit else {
          throw DiagnosticError(
            Diagnostic(
              .malformedRow,
              at: value.place,
              "set \(header.id) isn't the same here as in an earlier row",
              notes: [.init(at: sets[index].place, "it begins here")],
              fixes: ["give values of another wafer, characteristic or time another set"]
            )
          )
        }
        sets[index].rows.append(value)
      } catch {
        errors += error.diagnostics
      }
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
  }

  /// Stores the values.
  ///
  /// - Returns: How many sets were there already.
  /// - Throws: A ``DiagnosticError`` with wafers, characteristics, units and sites that the store doesn't have.
  func store(with writer: StoreWriter) throws(DiagnosticError) -> Int {
    guard let first = sets.first else { return 0 }
    let reader = writer.reader
    let wafers = Dictionary(try reader.all(Wafer.self).map { ($0.code, $0) }) { first, _ in first }
    let characteristics = Dictionary(
      try reader.all(Characteristic.self).map { ($0.code, $0) }
    ) { first, _ in first }
    var numbers: [String: [String: Int64]] = [:]
    var errors: [Diagnostic] = []
    var result: [(header: MeasurementSet, values: [MeasuredValue])] = []
    for set in sets where errors.count < Self.told {
      func fail(_ code: DiagnosticCode, _ place: Place, _ text: String, _ known: [String] = []) {
        errors.append(Diagnostic(code, at: place, text))
      }
      let header = set.header
      guard let wafer = wafers[header.wafer] else {
        let near = NearMiss.question(for: header.wafer, among: wafers.keys.sorted())
        fail(.unknownEntry, set.place, "there is no wafer '\(header.wafer.prefix(64))'\(near)")
        continue
      }
      guard let characteristic = characteristics[header.characteristic] else {
        let near = NearMiss.question(
          for: header.characteristic,
          among: characteristics.keys.sorted()
        )
        fail(
          .unknownEntry,
          set.place,
          "there is no characteristic '\(header.characteristic.prefix(64))'\(near)"
        )
        continue
      }
      guard characteristic.unit == set.unit else {
        fail(
          .unknownUnit,
          set.place,
          "'\(characteristic.code)' is given in '\(set.unit.prefix(20))'; the store keeps it in \(characteristic.unit)"
        )
        continue
      }
      let layout = wafer.layout ?? ""
      if numbers[layout] == nil { numbers[layout] = try reader.siteNumbers(ofLayout: layout) }
      let known = numbers[layout] ?? [:]
      var values: [MeasuredValue] = []
      for row in set.rows {
        var value = row.value
        if let site = row.site {
          guard let number = known[site] else {
            let near = NearMiss.question(for: site, among: known.keys.sorted())
            fail(
              .unknownEntry,
              row.place,
              "the layout of wafer '\(wafer.code)' has no site '\(site.prefix(64))'\(near)"
            )
            continue
          }
          value.site = number
        }
        values.append(value)
      }
      result.append((header, values))
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    return try sets.count - writer.restoreMeasurements(result, at: first.place)
  }
}

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

  /// The sets that have values in the tables, in their order.
  private(set) var sets: [Set] = []
  /// The sets that a table of sets states, with what their values come to.
  private var stated: [(set: MeasurementSet, place: Place)] = []

  /// No values.
  init() {}

  /// How many sets the tables have.
  var count: Int { Swift.Set(sets.map(\.header.id)).union(stated.map(\.set.id)).count }

  /// A table of many wafers has as many bytes [ours].
  private static let sizeLimit = 1_000_000_000
  /// Messages a table that are written out.
  private static let told = 50

  /// Reads a table of sets.
  ///
  /// - Throws: A ``DiagnosticError`` with line and column of what can't be taken.
  mutating func addSets(file: String, bytes: [UInt8]) throws(DiagnosticError) {
    stated += try EntryTableText.rows(of: MeasurementSet.self, file: file, bytes: bytes) {
      (cells, place) throws(DiagnosticError) in
      let (properties, places) = try LoadedEntry.properties(
        of: MeasurementSet.self,
        cells,
        at: place
      )
      guard let set = try? MeasurementSet(properties: properties), set.id > 0 else {
        throw DiagnosticError(
          Diagnostic(
            .wrongKind,
            at: places["id"] ?? place,
            "the set has no number of 1 or more",
            fixes: ["write it in the column 'id'; 'measuredValues' names it in the column 'set'"]
          )
        )
      }
      return (set, place)
    }
  }

  /// Reads a table of values.
  ///
  /// - Throws: A ``DiagnosticError`` with line and column of what can't be taken.
  mutating func addValues(file: String, bytes: [UInt8]) throws(DiagnosticError) {
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
    guard let first = sets.first?.place ?? stated.first?.place else { return 0 }
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
    let filled = Swift.Set(sets.map(\.header.id))
    for (set, _) in stated where set.n == 0 && set.missing == 0 && !filled.contains(set.id) {
      result.append((set, []))
    }
    let new = try writer.restoreMeasurements(result, at: first)
    try compare(with: reader)
    return count - new
  }

  /// Holds what the table of sets states against what the values came to.
  private func compare(with reader: StoreReader) throws(DiagnosticError) {
    var errors: [Diagnostic] = []
    for (set, place) in stated where errors.count < Self.told {
      guard let stored = try reader.find(MeasurementSet.self, .integer(set.id)) else {
        errors.append(
          Diagnostic(
            .missingKey,
            at: place,
            "set \(set.id) has \(set.n + set.missing) values, and no table has them",
            fixes: ["load 'measuredValues' with it: both from their folder"]
          )
        )
        continue
      }
      let (own, theirs) = (set.properties, stored.properties)
      let differing = MeasurementSet.propertyNames.filter { own[$0] != theirs[$0] }
      guard !differing.isEmpty else { continue }
      errors.append(
        Diagnostic(
          .conflictingEntry,
          at: place,
          "set \(set.id) isn't what its values come to",
          notes: differing.map {
            .init(
              "\($0): the values give \((theirs[$0] ?? .null).canonical), this row has "
                + (own[$0] ?? .null).canonical
            )
          },
          fixes: [
            "leave 'measurementSets.csv' out of the folder if the values were changed on purpose"
          ]
        )
      )
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
  }
}

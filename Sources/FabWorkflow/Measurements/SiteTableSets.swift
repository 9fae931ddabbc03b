import FabDiagnostics
import FabMetrology
import FabStore

/// The rows of a table of sites as the sets that the store keeps: one a wafer, characteristic, component and day.
struct SiteTableSets {
  /// The sets in the order in which the table first names them.
  private(set) var sets: [(header: MeasurementSet, values: [MeasuredValue])] = []
  /// Rows that can't be stored, each with the reason.
  private(set) var refused: [Diagnostic] = []
  /// How many rows those are: messages of a kind are told a few times only.
  private(set) var refusedCount = 0
  /// Characteristics that the store lacks and this tool knows.
  private(set) var added: [Characteristic] = []
  /// What else is to be known.
  private(set) var messages: [Diagnostic] = []

  /// Messages a file that are written out.
  private static let told = 50

  /// What the numbers of a characteristic in the table mean.
  private struct Meaning {
    let code: String
    let component: String
    let convert: MeasurementUnitFactor
  }

  /// Sorts the rows of a table into sets.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - template: What all sets have in common.
  ///   - wafer: The wafer, for tables that name none.
  ///   - reader: The store, for wafers, sites and characteristics.
  /// - Throws: A ``DiagnosticError`` if a wafer or a characteristic isn't known, or a unit doesn't fit.
  init(
    _ table: SiteTable,
    template: MeasurementSet,
    wafer: String?,
    from reader: StoreReader
  ) throws(DiagnosticError) {
    let wafers = try Self.wafers(table, wafer, reader)
    let meanings = try meanings(table, reader)
    let sites = try Self.siteNumbers(table, wafers, reader)
    sort(table, template, wafers.map(\.code), meanings, sites)
  }

  // MARK: - Names

  private static func wafers(
    _ table: SiteTable,
    _ named: String?,
    _ reader: StoreReader
  ) throws(DiagnosticError) -> [Wafer] {
    if table.wafers.isEmpty || table.waferIndices.contains(-1) {
      guard let named else {
        throw DiagnosticError(
          Diagnostic(
            .missingKey,
            at: .file(table.name),
            "the table doesn't say which wafer was measured",
            fixes: ["say it with --wafer, or add a column 'wafer'"]
          )
        )
      }
      guard table.wafers.isEmpty else {
        throw DiagnosticError(
          Diagnostic(
            .missingKey,
            at: .file(table.name),
            "some rows name a wafer and some don't",
            fixes: ["fill the column 'wafer'"]
          )
        )
      }
      return [try reader.named(Wafer.self, named)]
    }
    if let named {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--wafer"),
          "the table names its wafers itself; '\(named)' would contradict it",
          fixes: ["leave out --wafer"]
        )
      )
    }
    var errors: [Diagnostic] = []
    var found: [Wafer] = []
    for (index, code) in table.wafers.enumerated() {
      if let wafer = try reader.find(Wafer.self, .text(code)) {
        found.append(wafer)
        continue
      }
      let row = table.waferIndices.firstIndex(of: Int32(index)) ?? 0
      let known = try reader.names(Wafer.self)
      errors.append(
        Diagnostic(
          .unknownEntry,
          at: table.place(ofRow: row),
          "there is no wafer '\(StoreCode(code)?.text ?? "…")'\(NearMiss.question(for: code, among: known))",
          fixes: ["add it with 'pcu-fab wafer add', or correct the name"]
        )
      )
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    return found
  }

  private mutating func meanings(
    _ table: SiteTable,
    _ reader: StoreReader
  ) throws(DiagnosticError) -> [Meaning] {
    let stored = try reader.all(Characteristic.self)
    var errors: [Diagnostic] = []
    var result: [Meaning] = []
    var unitless: [String] = []
    for (index, characteristic) in table.characteristics.enumerated() {
      let (component, name) = Self.split(characteristic.name)
      let place = table.place(
        ofRow: table.characteristicIndices.firstIndex(of: Int32(index)) ?? 0
      )
      guard let known = known(name, stored) else {
        let names = stored.map(\.code) + StandardCharacteristic.allCases.map(\.rawValue)
        errors.append(
          Diagnostic(
            .unknownEntry,
            at: place,
            "there is no characteristic '\(name.prefix(60))'\(NearMiss.question(for: name, among: names))",
            fixes: ["add it with 'pcu-fab measure characteristic NAME --unit UNIT'"]
          )
        )
        continue
      }
      if characteristic.unit.isEmpty, known.unit != "1" { unitless.append(known.code) }
      let unit = characteristic.unit.isEmpty ? known.unit : characteristic.unit
      guard let convert = MeasurementUnitFactor(from: unit, to: known.unit) else {
        errors.append(
          Diagnostic(
            .unknownUnit,
            at: place,
            "'\(characteristic.name)' is given in '\(unit)'; the store keeps it in \(known.unit)",
            fixes: ["convert the values, or correct the unit"]
          )
        )
        continue
      }
      result.append(Meaning(code: known.code, component: component, convert: convert))
    }
    if !unitless.isEmpty {
      messages.append(
        Diagnostic(
          .assumedColumns,
          severity: .warning,
          at: .file(table.name),
          "no unit is stated for \(unitless.joined(separator: ", ")): taken for that of the store",
          fixes: ["add a column 'unit', or write it into the heading: thickness (nm)"]
        )
      )
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    return result
  }

  /// The characteristic of the store, or one that this tool knows and that is added.
  private mutating func known(_ name: String, _ stored: [Characteristic]) -> Characteristic? {
    let key = name.lowercased()
    if let found = stored.first(where: { $0.code.lowercased() == key }) { return found }
    if let found = added.first(where: { $0.code.lowercased() == key }) { return found }
    guard
      let standard = StandardCharacteristic.allCases.first(where: {
        $0.rawValue.lowercased() == key
      })
    else { return nil }
    let new = Characteristic(
      code: standard.rawValue,
      unit: standard.unit,
      title: standard.title,
      method: ""
    )
    added.append(new)
    return new
  }

  /// `D1.ideality` is the ideality of the component D1; a name without a component belongs to the film or the whole PCU.
  private static func split(_ name: String) -> (component: String, name: String) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2,
      let component = ComponentName.allCases.first(where: {
        $0.rawValue.lowercased() == parts[0].lowercased()
      })
    else { return ("", name) }
    return (component.rawValue, parts[1])
  }

  /// The numbers of the table's sites on each of its wafers; -1 where the wafer's layout has no such site.
  private static func siteNumbers(
    _ table: SiteTable,
    _ wafers: [Wafer],
    _ reader: StoreReader
  ) throws(DiagnosticError) -> [[Int64]] {
    var byLayout: [String: [Int64]] = [:]
    return try wafers.map { (wafer) throws(DiagnosticError) in
      guard let layout = wafer.layout else { return table.sites.map { _ in -1 } }
      if let known = byLayout[layout] { return known }
      let numbers = try reader.siteNumbers(ofLayout: layout)
      let found = table.sites.map { numbers[$0] ?? -1 }
      byLayout[layout] = found
      return found
    }
  }

  // MARK: - Rows

  private mutating func sort(
    _ table: SiteTable,
    _ template: MeasurementSet,
    _ wafers: [String],
    _ meanings: [Meaning],
    _ sites: [[Int64]]
  ) {
    let components = Self.components(table)
    let flags = table.flagWords.map { MeasurementFlags(text: $0) }
    let times = SiteTableTimes(table)
    let shape = SetShape(
      meanings: max(1, meanings.count),
      components: components.count + 1,
      days: times.days.count + 1
    )
    // Sizes first, so that each set's values are laid out once.
    var counts: [Int: Int] = [:]
    if shape.isNarrow {
      var dense = [Int](repeating: 0, count: wafers.count * shape.meanings)
      for row in 0..<table.count { dense[shape.key(row, table, times)] += 1 }
      for (key, count) in dense.enumerated() where count > 0 { counts[key] = count }
    }
    var slots: [Int: Int] = [:]
    var latest = (key: -1, slot: 0)
    for row in 0..<table.count {
      if let reason = Self.refusal(row, table, components, flags, times, meanings) {
        refuse(table, row, reason)
        continue
      }
      let waferIndex = Int(max(0, table.waferIndices[row]))
      let meaning = meanings[Int(max(0, table.characteristicIndices[row]))]
      let key = shape.key(row, table, times)
      if key != latest.key {
        if let slot = slots[key] {
          latest = (key, slot)
        } else {
          var header = template
          header.wafer = wafers[waferIndex]
          header.characteristic = meaning.code
          header.component = meaning.component
          if let index = Self.index(row, of: table.componentIndices), let name = components[index] {
            header.component = name
          }
          latest = (key, sets.count)
          slots[key] = sets.count
          var values: [MeasuredValue] = []
          values.reserveCapacity(counts[key] ?? 0)
          sets.append((header, values))
          if let time = times.time(ofRow: row) { sets[latest.slot].header.measuredAt = time }
        }
      }
      var value = MeasuredValue(value: nil)
      let number = table.values[row]
      if number.isFinite { value.value = meaning.convert(number) }
      if !table.uncertainties.isEmpty, table.uncertainties[row].isFinite {
        value.u = abs(meaning.convert(table.uncertainties[row]))
      }
      value.flags = MeasurementFlags(rawValue: Int32(table.flags[row].rawValue))
      if let index = Self.index(row, of: table.flagIndices), let stated = flags[index] {
        // The words say why there is no value better than the empty cell does.
        value.flags = value.flags.subtracting(.notMeasured).union(stated)
      }
      let site = table.siteIndices[row]
      if site >= 0 {
        let number = sites[waferIndex][Int(site)]
        guard number >= 0 else {
          refuse(
            table,
            row,
            "the layout of wafer '\(wafers[waferIndex])' has no site '\(table.sites[Int(site)].prefix(40))'"
          )
          continue
        }
        value.site = number
      } else {
        let (x, y) = (table.x[row] * 1000, table.y[row] * 1000)
        guard x.isFinite, y.isFinite, abs(x) < 1e6, abs(y) < 1e6 else {
          refuse(table, row, "the place of this value isn't on a wafer")
          continue
        }
        value.xUm = Int32(x.rounded())
        value.yUm = Int32(y.rounded())
      }
      if let time = times.time(ofRow: row) {
        // A set is of the moment at which its first value was taken.
        sets[latest.slot].header.measuredAt = min(sets[latest.slot].header.measuredAt, time)
      }
      sets[latest.slot].values.append(value)
    }
    sets.removeAll { $0.values.isEmpty }
  }

  /// The components of the table as the store names them; `nil` for those that a PCU doesn't have.
  private static func components(_ table: SiteTable) -> [String?] {
    table.components.map { name in
      ComponentName.allCases.first { $0.rawValue.lowercased() == name.lowercased() }?.rawValue
    }
  }

  /// Why a row can't be stored; `nil` if it can as far as component and time say.
  private static func refusal(
    _ row: Int,
    _ table: SiteTable,
    _ components: [String?],
    _ flags: [MeasurementFlags?],
    _ times: SiteTableTimes,
    _ meanings: [Meaning]
  ) -> String? {
    if let index = index(row, of: table.flagIndices), flags[index] == nil {
      return "'\(table.flagWords[index].prefix(40))' are no flags, expected some of "
        + MeasurementFlags.allNames.joined(separator: ", ")
    }
    if let index = index(row, of: table.componentIndices) {
      guard let component = components[index] else {
        return "a PCU has no component '\(table.components[index].prefix(40))'"
      }
      let meaning = meanings[Int(max(0, table.characteristicIndices[row]))]
      if !meaning.component.isEmpty, meaning.component != component {
        return "the row is of \(component), its characteristic of \(meaning.component)"
      }
    }
    return times.refusal(ofRow: row)
  }

  static func index(_ row: Int, of indices: [Int32]) -> Int? {
    guard indices.indices.contains(row), indices[row] >= 0 else { return nil }
    return Int(indices[row])
  }

  private mutating func refuse(_ table: SiteTable, _ row: Int, _ reason: String) {
    refusedCount += 1
    guard refused.count < Self.told else { return }
    refused.append(Diagnostic(.unknownEntry, at: table.place(ofRow: row), reason))
  }
}

extension SiteTable {
  /// Where a value stands.
  func place(ofRow row: Int) -> Place {
    guard lines.indices.contains(row) else { return .file(name) }
    return .text(
      SourceRange(
        file: name,
        start: SourcePosition(line: Int(lines[row]), column: 1),
        length: 1,
        line: ""
      )
    )
  }
}

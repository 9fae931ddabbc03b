import FabDiagnostics

extension SiteTableParser {
  /// What a row looks like before its cells are read.
  enum RowShape {
    case blank
    case cells(Int)
    /// Something follows a closing quote.
    case brokenQuote
    /// A zero byte, a line without end, or a quote that doesn't close.
    case defective
  }

  mutating func readRows(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    line firstLine: Int
  ) throws(DiagnosticError) {
    var index = start
    var line = firstLine
    table.reserve(Self.expectedRows(bytes, from: start))
    while index < bytes.count {
      rowStart = index
      let (shape, end) = split(bytes, from: index)
      do throws(RowRefusal) {
        switch shape {
        case .blank: break
        case .cells(let count): try append(bytes, count, line)
        case .brokenQuote:
          throw RowRefusal(
            line: line,
            column: 1,
            length: 1,
            found: "text after a closing quote",
            expected: "a separator"
          )
        case .defective:
          let row = UnsafeBufferPointer(rebasing: bytes[index..<min(bytes.count, end + 1)])
          try refuseFile(row, line)
        }
      } catch {
        let text = String(
          decoding: bytes[index..<min(end, index + 4000)],
          as: UTF8.self
        )
        try add(error, text: text)
      }
      index = Self.after(bytes, end)
      line += 1
    }
    nextLine = line
  }

  /// How many rows there are if all are as long as the first ones.
  private static func expectedRows(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int {
    let head = bytes[start..<min(bytes.count, start + 16_384)]
    let rows = max(1, head.count { $0 == 0x0A })
    return (bytes.count - start) / max(1, head.count) * rows + rows
  }

  /// Throws what makes the whole file no table; the refusal of the row where only the row is wrong.
  private mutating func refuseFile(
    _ row: UnsafeBufferPointer<UInt8>,
    _ line: Int
  ) throws(RowRefusal) {
    do throws(DiagnosticError) {
      try TextBounds.check(row, name: name, firstLine: line)
    } catch {
      defect = error
    }
    throw RowRefusal(
      line: line,
      column: 1,
      length: 1,
      found: "a defective line",
      expected: "a row of the table"
    )
  }

  private mutating func add(_ refusal: RowRefusal, text: String) throws(DiagnosticError) {
    if let defect { throw defect }
    // Columns are counted in bytes while reading; messages count characters.
    var placed = refusal
    let before = text.utf8.prefix(max(0, refusal.column - 1))
    placed.column = String(decoding: before, as: UTF8.self).count + 1
    table.refused.append(placed)
    let place = Place.text(
      SourceRange(
        file: name,
        start: SourcePosition(line: placed.line, column: placed.column),
        length: placed.length,
        line: text
      )
    )
    table.messages.append(placed.diagnostic(at: place))
    guard table.refused.count >= SiteTable.refusalLimit else { return }
    throw DiagnosticError(
      Array(table.messages.prefix(5)) + [
        Diagnostic(
          .malformedRow,
          at: .file(name),
          "\(table.refused.count) rows can't be read: this isn't a table as its header says",
          fixes: ["check the header, the separator and the decimal mark"]
        )
      ]
    )
  }

  /// Finds the cells of a row.
  @inline(__always)
  private mutating func split(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> (shape: RowShape, end: Int) {
    let separator = header.separator
    let limit = starts.count
    let count = bytes.count
    var index = start
    var cell = 0
    var isBlank = true
    var quotes = 0
    var isBroken = false
    while true {
      var first = index
      var last = index
      let isQuoted = index < count && bytes[index] == 0x22
      if isQuoted {
        first += 1
        index += 1
        while index < count, bytes[index] != 0x22, bytes[index] != 0x0A, bytes[index] != 0x0D,
          bytes[index] != 0, index - start <= TextBounds.lineLimit
        {
          index += 1
        }
        guard index < count, bytes[index] == 0x22 else { return (.defective, index) }
        last = index
        index += 1
        isBroken =
          isBroken
          || (index < count && bytes[index] != separator && bytes[index] != 0x0A
            && bytes[index] != 0x0D)
        isBlank = false
      }
      while index < count {
        let byte = bytes[index]
        if byte == separator || byte == 0x0A || byte == 0x0D { break }
        if byte == 0x22 { quotes += 1 }
        if byte == 0 || index - start > TextBounds.lineLimit { return (.defective, index) }
        index += 1
      }
      if !isQuoted {
        last = index
        while first < last, bytes[first] == 0x20 { first += 1 }
        while last > first, bytes[last - 1] == 0x20 { last -= 1 }
      }
      if last > first { isBlank = false }
      if cell < limit {
        starts[cell] = first
        ends[cell] = last
      }
      cell += 1
      if cell > TextBounds.columnLimit { return (.defective, index) }
      guard index < count, bytes[index] == separator else { break }
      index += 1
    }
    if !quotes.isMultiple(of: 2) { return (.defective, index) }
    if isBroken { return (.brokenQuote, index) }
    if isBlank || bytes[start] == UInt8(ascii: "#") { return (.blank, index) }
    return (.cells(cell), index)
  }

  /// Adds the values of a row.
  private mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ count: Int,
    _ line: Int
  ) throws(RowRefusal) {
    let expected = header.columns.count
    guard count <= expected || (count == expected + 1 && isEmptyAfter(bytes, ends[expected - 1]))
    else {
      throw refusal(
        line,
        expected - 1,
        found: "\(count) values",
        expected: "\(expected)"
          + (header.separator == UInt8(ascii: ",")
            ? "; decimal commas need semicolons or tabs between columns" : "")
      )
    }
    guard count >= expected else {
      throw refusal(
        line,
        max(0, count - 1),
        found: "\(count) values",
        expected: "\(expected), as in the header"
      )
    }
    var wafer: Int32 = -1
    var site: Int32 = -1
    var x = Double.nan
    var y = Double.nan
    var characteristic: Int32 = -1
    var unit: Int32 = -1
    var component: Int32 = -1
    var time: Int32 = -1
    var value = (number: Double.nan, flags: ReadingFlags.notMeasured)
    var uncertainty = Double.nan
    for index in 0..<expected {
      let cell = cell(bytes, index)
      switch header.columns[index] {
      case .wafer: wafer = cell.isEmpty ? -1 : wafers.index(of: cell)
      case .site: site = cell.isEmpty ? -1 : sites.index(of: cell)
      case .characteristic:
        guard !cell.isEmpty else {
          throw refusal(line, index, found: "nothing", expected: "the name of a characteristic")
        }
        characteristic = characteristics.index(of: cell)
      case .unit: unit = units.index(of: cell)
      case .component: component = cell.isEmpty ? -1 : components.index(of: cell)
      case .time: time = cell.isEmpty ? -1 : times.index(of: cell)
      case .x: x = try number(cell, line, index) * header.scale.x
      case .y: y = try number(cell, line, index) * header.scale.y
      case .value: value = try reading(cell, line, index)
      case .uncertainty:
        guard !cell.isEmpty else { continue }
        uncertainty = try number(cell, line, index)
        guard uncertainty >= 0 else {
          throw refusal(line, index, found: "\(uncertainty)", expected: "an uncertainty, 0 or more")
        }
      case .wide: continue
      }
    }
    guard site >= 0 || !x.isNaN && !y.isNaN else {
      throw refusal(line, 0, found: "no site", expected: "the name of a site or its coordinates")
    }
    if header.isWide {
      // All cells are read before any is kept: a row counts as a whole.
      wideValues.removeAll(keepingCapacity: true)
      for index in 0..<expected {
        guard case .wide = header.columns[index] else { continue }
        wideValues.append(try reading(cell(bytes, index), line, index))
      }
      for (number, reading) in wideValues.enumerated() {
        keep(reading, .nan, wafer, site, x, y, Int32(number), line)
        keep(component: component, time: time)
      }
      return
    }
    let known = Int(characteristic)
    while unitOf.count <= known { unitOf.append(Self.unknownUnit) }
    // A name whose first row was refused has no unit yet.
    if unitOf[known] == Self.unknownUnit { unitOf[known] = unit }
    guard unitOf[known] == unit else {
      throw refusal(
        line,
        header.columns.firstIndex(of: .unit) ?? 0,
        found: "another unit than in the rows before of this characteristic",
        expected: "one unit for each characteristic"
      )
    }
    keep(value, uncertainty, wafer, site, x, y, characteristic, line)
    keep(component: component, time: time)
  }

  @inline(__always)
  private mutating func keep(component: Int32, time: Int32) {
    if hasComponents { table.componentIndices.append(component) }
    if hasTimes { table.timeIndices.append(time) }
  }

  @inline(__always)
  private mutating func keep(
    _ reading: (number: Double, flags: ReadingFlags),
    _ uncertainty: Double,
    _ wafer: Int32,
    _ site: Int32,
    _ x: Double,
    _ y: Double,
    _ characteristic: Int32,
    _ line: Int
  ) {
    table.values.append(reading.number)
    table.flags.append(reading.flags)
    if hasUncertainties { table.uncertainties.append(uncertainty) }
    table.waferIndices.append(wafer)
    table.siteIndices.append(site)
    if hasCoordinates {
      table.x.append(x)
      table.y.append(y)
    }
    table.characteristicIndices.append(characteristic)
    table.lines.append(Int32(truncatingIfNeeded: line))
  }

  @inline(__always)
  private func cell(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ index: Int
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[starts[index]..<ends[index]])
  }

  private func isEmptyAfter(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    let next = end + 1
    return next >= bytes.count || bytes[next] == 0x0A || bytes[next] == 0x0D
  }

  @inline(__always)
  private func reading(
    _ cell: UnsafeBufferPointer<UInt8>,
    _ line: Int,
    _ index: Int
  ) throws(RowRefusal) -> (number: Double, flags: ReadingFlags) {
    if cell.isEmpty { return (.nan, .notMeasured) }
    guard let value = DecimalParser.value(of: cell, point: point) else {
      let text = String(decoding: cell, as: UTF8.self)
      if ["na", "n/a", "-", "--"].contains(text.lowercased()) { return (.nan, .notMeasured) }
      throw refusal(line, index, found: "'\(text)'", expected: "a number or nothing")
    }
    if abs(value) >= IVNumber.overflow { return (.nan, InstrumentNumber.flags(ofMark: value)) }
    return (value, [])
  }

  private func number(
    _ cell: UnsafeBufferPointer<UInt8>,
    _ line: Int,
    _ index: Int
  ) throws(RowRefusal) -> Double {
    guard let value = DecimalParser.value(of: cell, point: point) else {
      let text = String(decoding: cell, as: UTF8.self)
      throw refusal(
        line,
        index,
        found: text.isEmpty ? "nothing" : "'\(text)'",
        expected: "a number"
      )
    }
    return value
  }

  private func refusal(_ line: Int, _ index: Int, found: String, expected: String) -> RowRefusal {
    RowRefusal(
      line: line,
      column: starts[index] - rowStart + 1,
      length: max(1, ends[index] - starts[index]),
      found: found,
      expected: expected
    )
  }

  /// The table with its names.
  mutating func finished() throws(DiagnosticError) -> SiteTable {
    table.wafers = wafers.names
    table.sites = sites.names
    table.components = components.names
    table.times = times.names
    if header.isWide {
      table.characteristics = header.wide.map { .init(name: $0.name, unit: $0.unit) }
    } else {
      let unitNames = units.names
      while unitOf.count < characteristics.count { unitOf.append(-1) }
      table.characteristics = zip(characteristics.names, unitOf)
        .map { .init(name: $0, unit: $1 < 0 ? "" : unitNames[Int($1)]) }
    }
    guard table.count > 0 else {
      throw DiagnosticError(
        table.messages + [
          Diagnostic(
            .noMeasurement,
            at: .file(name),
            "no row of this table gives a value",
            fixes: ["write one row a site or a value, as the header says"]
          )
        ]
      )
    }
    return table
  }
}

import FabDiagnostics

// Goals, in this order: (1) no row without a value or a refusal; (2) work bounded by the size of the file; (3) no
// allocation in a row that is read, so that a million rows take less than a second.

/// Reads a table of sites from UTF-8 bytes in one pass.
struct SiteTableParser {
  let name: String
  let header: SiteHeader
  let point: UInt8
  var table: SiteTable
  var wafers = NameTable()
  var sites = NameTable()
  var characteristics = NameTable()
  var units = NameTable()
  var components = NameTable()
  var times = NameTable()
  /// Whether the table has a column of these.
  let hasComponents: Bool
  let hasTimes: Bool
  let hasCoordinates: Bool
  let hasUncertainties: Bool
  /// The unit of each characteristic of a long table; -1 where it states none.
  var unitOf: [Int32] = []
  /// Stands in ``unitOf`` for a characteristic of which no row was read yet.
  static let unknownUnit: Int32 = -2
  /// The number of the line after the last.
  var nextLine = 0
  /// Starts and ends of the cells of the row at hand.
  var starts: [Int]
  var ends: [Int]
  /// Where the row at hand begins.
  var rowStart = 0
  /// The values of a wide row.
  var wideValues: [(number: Double, flags: ReadingFlags)] = []
  /// What makes the file no table at all.
  var defect: DiagnosticError?

  static func table(name: String, utf8: [UInt8]) throws(DiagnosticError) -> SiteTable {
    // Errors can't be thrown with their type through the closure of the buffer.
    let result = utf8.withUnsafeBufferPointer { buffer -> Result<SiteTable, DiagnosticError> in
      do throws(DiagnosticError) {
        return .success(try parse(buffer, name))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ name: String
  ) throws(DiagnosticError) -> SiteTable {
    var index = 0
    var line = 1
    // Comments and blank lines above the header.
    while index < bytes.count {
      let end = try lineEnd(bytes, from: index, line, name)
      let text = String(decoding: bytes[index..<end], as: UTF8.self)
      let next = after(bytes, end)
      if text.allSatisfy(\.isWhitespace) || text.hasPrefix("#") {
        index = next
        line += 1
        continue
      }
      try TextBounds.check(bytes[index..<end], name: name)
      let header = try SiteHeader(text, name: name, number: line)
      let isComma = try decimalComma(bytes, from: next, line + 1, header, name)
      var parser = SiteTableParser(name: name, header: header, isComma: isComma)
      if !parser.readHalves(bytes, from: next, line: line + 1) {
        try parser.readRows(bytes, from: next, line: line + 1)
      }
      var table = try parser.finished()
      SiteTableFlags(header: header).add(to: &table, from: bytes, at: next, firstLine: line + 1)
      return table
    }
    throw DiagnosticError(
      Diagnostic(
        .noMeasurement,
        at: .file(name),
        "the file has no rows",
        fixes: ["write a header 'wafer,site,characteristic,value,u,unit', then one row a value"]
      )
    )
  }

  private init(name: String, header: SiteHeader, isComma: Bool) {
    self.name = name
    self.header = header
    point = isComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    hasComponents = header.columns.contains(.component)
    hasTimes = header.columns.contains(.time)
    hasCoordinates = header.columns.contains(.x) && header.columns.contains(.y)
    hasUncertainties = header.columns.contains(.uncertainty)
    table = SiteTable(name: name)
    starts = Array(repeating: 0, count: header.columns.count)
    ends = starts
  }

  /// Decides from the first thousand rows.
  private static func decimalComma(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    _ firstLine: Int,
    _ header: SiteHeader,
    _ name: String
  ) throws(DiagnosticError) -> Bool {
    guard header.separator != UInt8(ascii: ",") else { return false }
    var rows: [IVRow] = []
    var index = start
    var line = firstLine
    let mark = Character(Unicode.Scalar(header.separator))
    while index < bytes.count, rows.count < 1000 {
      let end = try lineEnd(bytes, from: index, line, name)
      let text = String(decoding: bytes[index..<end], as: UTF8.self)
      let row = IVRow(Substring(text), line: line, separator: mark)
      // Names may have commas of their own.
      let cells = zip(row.cells, header.columns).filter { $1.isNumeric }.map(\.0)
      rows.append(IVRow(line: line, cells: cells))
      index = after(bytes, end)
      line += 1
    }
    let text = try InstrumentText(name: name, bytes: [])
    return try DecimalMark.isComma(rows: rows, in: text)
  }

  /// The end of the line that begins at an index.
  static func lineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    _ line: Int,
    _ name: String
  ) throws(DiagnosticError) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      end += 1
      if end - start > TextBounds.lineLimit {
        try TextBounds.check(bytes[start..<end], name: name)
      }
    }
    return end
  }

  /// The beginning of the line after an end.
  static func after(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
    guard end < bytes.count else { return end }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }
}

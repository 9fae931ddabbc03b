import Foundation

extension Codebook {
  /// The most tables and entries that are read.
  static let tableLimit = 1000

  /// Reads a file.
  ///
  /// Nothing is taken on trust: lengths are held against the file, extents against tables, tables against their hash, and
  /// keys against those that are known.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - hash: The SHA-256 of bytes as 64 hexadecimal digits.
  /// - Throws: ``CodebookError`` that says what is wrong where.
  public init(bytes: [UInt8], hash: ([UInt8]) -> String) throws(CodebookError) {
    guard bytes.starts(with: Self.magic) else { throw .notACodebook }
    guard bytes.count >= Self.prefixLength else {
      throw .truncated(found: bytes.count, needed: Self.prefixLength)
    }
    func word(_ offset: Int) -> UInt32 {
      bytes[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard word(8) == Self.formatVersion else { throw .unsupportedVersion(word(8)) }
    let dataStart = Self.prefixLength + Int(word(12))
    guard dataStart <= bytes.count else {
      throw .truncated(found: bytes.count, needed: dataStart)
    }
    guard dataStart % Self.alignment == 0 else {
      throw .malformedHeader(
        "its length \(word(12)) doesn't let tables begin at a multiple of \(Self.alignment)"
      )
    }
    let header = try Self.header(Array(bytes[Self.prefixLength..<dataStart]))
    let data = Array(bytes[dataStart...])
    var tables = try Self.tables(header.tables, data)
    let found = hash(data)
    guard found == header.tablesSha256 else {
      throw .wrongHash(found: found, expected: header.tablesSha256)
    }
    var entries: [CodebookEntry] = []
    for entry in header.entries {
      guard let name = OperatorName(rawValue: entry.name) else {
        throw .unknownOperator(entry.name)
      }
      guard !entries.contains(where: { $0.operation == name }) else {
        throw .malformedHeader("two entries of the operator '\(entry.name)'")
      }
      entries.append(try CodebookEntry(entry, name, &tables))
    }
    if let left = tables.keys.min() {
      throw .wrongTable(name: left, reason: "it belongs to no entry")
    }
    self.init(identity: header.identity, entries: entries)
  }

  private static func header(_ text: [UInt8]) throws(CodebookError) -> CodebookHeader {
    let header: CodebookHeader
    let object: Any
    do {
      object = try JSONSerialization.jsonObject(with: Data(text))
      header = try JSONDecoder().decode(CodebookHeader.self, from: Data(text))
    } catch let DecodingError.keyNotFound(key, context) {
      throw .malformedHeader("\(path(context, key)) is missing")
    } catch let DecodingError.typeMismatch(_, context) {
      throw .malformedHeader("\(path(context)) is of another kind")
    } catch let DecodingError.valueNotFound(_, context) {
      throw .malformedHeader("\(path(context)) is null")
    } catch let DecodingError.dataCorrupted(context) where !context.codingPath.isEmpty {
      throw .malformedHeader("\(path(context)): \(context.debugDescription)")
    } catch {
      throw .malformedHeader("the text breaks off or isn't JSON")
    }
    guard header.format == CodebookHeader.formatName else {
      throw .malformedHeader("the format is '\(header.format)', not '\(CodebookHeader.formatName)'")
    }
    guard header.tables.count <= tableLimit, header.entries.count <= tableLimit else {
      throw .malformedHeader("more than \(tableLimit) tables or entries")
    }
    // What a header of the same content wouldn't have is a key that nothing read.
    let known = try? JSONSerialization.jsonObject(with: Data(json(header)))
    if let key = unknownKey(object, known ?? [:]) { throw .unknownKey(key) }
    return header
  }

  private static func path(
    _ context: DecodingError.Context,
    _ key: (any CodingKey)? = nil
  ) -> String {
    let keys = context.codingPath + (key.map { [$0] } ?? [])
    return "'" + keys.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }.joined(separator: ".")
      + "'"
  }

  private static func unknownKey(_ object: Any, _ known: Any, _ path: String = "") -> String? {
    if let object = object as? [String: Any] {
      let known = known as? [String: Any] ?? [:]
      for key in object.keys.sorted() {
        let place = path.isEmpty ? key : "\(path).\(key)"
        guard let value = known[key] else { return place }
        if let found = unknownKey(object[key] ?? 0, value, place) { return found }
      }
    } else if let list = object as? [Any], let known = known as? [Any] {
      for (index, pair) in zip(list, known).enumerated() {
        if let found = unknownKey(pair.0, pair.1, "\(path).\(index)") { return found }
      }
    }
    return nil
  }

  private static func tables(
    _ headers: [CodebookHeader.Table],
    _ data: [UInt8]
  ) throws(CodebookError) -> [String: CodebookTable] {
    var result: [String: CodebookTable] = [:]
    var end = 0
    for table in headers {
      guard let size = ["f32": 4, "f64": 8][table.type] else {
        throw .wrongTable(name: table.name, reason: "its type is '\(table.type)', not f32 or f64")
      }
      var byteCount = size
      for extent in table.shape {
        let (product, overflows) = byteCount.multipliedReportingOverflow(by: extent)
        guard extent >= 0, !overflows else {
          throw .wrongTable(name: table.name, reason: "its shape is \(table.shape)")
        }
        byteCount = product
      }
      guard table.offset == end else {
        throw .wrongTable(
          name: table.name,
          reason: "it begins at byte \(table.offset) of the tables, not at \(end)"
        )
      }
      guard byteCount <= data.count - end else {
        throw .truncated(found: data.count - end, needed: byteCount)
      }
      let values = try values(table, data[end..<end + byteCount])
      let read = CodebookTable(name: table.name, shape: table.shape, values: values)
      guard result.updateValue(read, forKey: table.name) == nil else {
        throw .wrongTable(name: table.name, reason: "it stands twice in the header")
      }
      end += (byteCount + 7) / 8 * 8
    }
    guard end == data.count else {
      if end > data.count { throw .truncated(found: data.count, needed: end) }
      throw .malformedHeader("\(data.count - end) bytes behind the last table")
    }
    return result
  }

  private static func values(
    _ table: CodebookHeader.Table,
    _ bytes: ArraySlice<UInt8>
  ) throws(CodebookError) -> CodebookTable.Values {
    var bad: Int?
    let values: CodebookTable.Values = bytes.withUnsafeBytes { raw in
      if table.type == "f32" {
        let numbers = (0..<raw.count / 4)
          .map { index in
            let bits = raw.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
            return Float(bitPattern: UInt32(littleEndian: bits))
          }
        bad = numbers.firstIndex { !$0.isFinite }
        return .single(numbers)
      }
      let numbers = (0..<raw.count / 8)
        .map { index in
          let bits = raw.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
          return Double(bitPattern: UInt64(littleEndian: bits))
        }
      bad = numbers.firstIndex { !$0.isFinite }
      return .double(numbers)
    }
    if let bad { throw .notFinite(table: table.name, index: bad) }
    return values
  }
}

/// Reads the column of a table of sites that says in words what is to be known of each value.
///
/// Few tables have one, so it is read in a second pass, and a million values without words cost nothing.
struct SiteTableFlags {
  let header: SiteHeader

  /// Adds the words to a table whose values were read.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - bytes: The file.
  ///   - start: Where the line after the header begins.
  ///   - firstLine: The number of that line.
  func add(
    to table: inout SiteTable,
    from bytes: UnsafeBufferPointer<UInt8>,
    at start: Int,
    firstLine: Int
  ) {
    guard let column = header.flagColumn else { return }
    let separator = Character(Unicode.Scalar(header.separator))
    var numbers: [String: Int32] = [:]
    var index = start
    var line = firstLine
    table.flagIndices.reserveCapacity(table.count)
    // A long table has a value a line at most, in the order of lines.
    for valueLine in table.lines {
      while line < valueLine, index < bytes.count {
        index = SiteTableParser.after(bytes, Self.lineEnd(bytes, from: index))
        line += 1
      }
      let text = String(
        decoding: bytes[index..<Self.lineEnd(bytes, from: index)],
        as: UTF8.self
      )
      let cells = IVRow(Substring(text), line: line, separator: separator).cells
      guard cells.indices.contains(column), !cells[column].text.isEmpty else {
        table.flagIndices.append(-1)
        continue
      }
      let words = cells[column].text
      if numbers[words] == nil {
        numbers[words] = Int32(table.flagWords.count)
        table.flagWords.append(words)
      }
      table.flagIndices.append(numbers[words] ?? -1)
    }
  }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }
}

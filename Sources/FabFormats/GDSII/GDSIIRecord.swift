import FabDiagnostics

/// A record of a GDSII file with its place.
struct GDSIIRecord {
  /// What it is.
  let kind: GDSIIRecordKind
  /// Where its first byte is.
  let offset: Int
  /// The data behind the four bytes of its head.
  let data: ArraySlice<UInt8>
  /// The file as the user named it.
  let file: String

  /// Where messages about the record belong.
  var place: Place { .record(file: file, offset: offset, name: kind.name) }

  /// The data as 16-bit integers without sign.
  var words: [UInt16] {
    stride(from: data.startIndex, to: data.endIndex - 1, by: 2)
      .map { UInt16(data[$0]) << 8 | UInt16(data[$0 + 1]) }
  }

  /// The data as 32-bit integers.
  var integers: [Int32] {
    stride(from: data.startIndex, to: data.endIndex - 3, by: 4)
      .map { start in
        Int32(
          bitPattern: data[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        )
      }
  }

  /// The data as reals.
  var reals: [Double] {
    stride(from: data.startIndex, to: data.endIndex - 7, by: 8)
      .map { start in
        GDSIIReal.value(of: data[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
      }
  }

  /// The data as text without the zeros that pad it.
  var text: String {
    let end = data.lastIndex { $0 != 0 }.map { $0 + 1 } ?? data.startIndex
    let characters = data[..<end]
    let text = String(decoding: characters, as: UTF8.self)
    // Bytes that aren't UTF-8 are taken for Latin-1, in which every byte is a character.
    guard !text.utf8.elementsEqual(characters) else { return text }
    return String(String.UnicodeScalarView(characters.map { Unicode.Scalar($0) }))
  }

  /// Returns the only 16-bit integer of the record.
  func word() throws(DiagnosticError) -> UInt16 {
    guard words.count == 1 else { throw wrongCount(words.count, expected: "1 integer") }
    return words[0]
  }

  /// Returns the only 32-bit integer of the record.
  func integer() throws(DiagnosticError) -> Int32 {
    guard integers.count == 1 else { throw wrongCount(integers.count, expected: "1 integer") }
    return integers[0]
  }

  /// Returns the only real of the record.
  func real() throws(DiagnosticError) -> Double {
    guard reals.count == 1 else { throw wrongCount(reals.count, expected: "1 real") }
    return reals[0]
  }

  /// Returns the error that the record is wrong.
  func corrupt(_ summary: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .corruptFile,
        at: place,
        summary,
        fixes: ["export the file again; this one isn't valid GDSII"]
      )
    )
  }

  private func wrongCount(_ count: Int, expected: String) -> DiagnosticError {
    corrupt("\(kind.name) has \(count) values; \(expected) is expected")
  }
}

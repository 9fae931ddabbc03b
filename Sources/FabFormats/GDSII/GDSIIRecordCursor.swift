import FabDiagnostics

/// Walks through the records of a GDSII file.
struct GDSIIRecordCursor {
  /// The file as the user named it.
  let file: String
  /// The content.
  let bytes: [UInt8]
  /// Where the next record begins.
  private(set) var offset = 0

  /// Creates a cursor at the first record.
  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Returns the next record.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `truncated-file` where the bytes end, or
  ///   `corrupt-file` where the length, the number or the encoding of the record is wrong.
  mutating func next() throws(DiagnosticError) -> GDSIIRecord {
    guard offset + 4 <= bytes.count else {
      throw truncated("the file ends at byte \(bytes.count), where a record is expected")
    }
    let length = Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
    guard length >= 4, length.isMultiple(of: 2) else {
      throw corrupt("a record has the length \(length); an even number from 4 is expected")
    }
    guard let kind = GDSIIRecordKind(rawValue: bytes[offset + 2]) else {
      throw corrupt("there is no record type \(bytes[offset + 2])")
    }
    guard offset + length <= bytes.count else {
      throw truncated(
        "\(kind.name) needs \(length) bytes, but the file ends after \(bytes.count - offset)"
      )
    }
    let data = bytes[offset + 4..<offset + length]
    let encoding = kind.encoding
    guard bytes[offset + 3] == encoding.rawValue else {
      throw corrupt(
        "\(kind.name) has the data type \(bytes[offset + 3]); \(encoding.rawValue) is expected"
      )
    }
    guard encoding != .none || data.isEmpty, data.count.isMultiple(of: encoding.stride) else {
      throw corrupt("\(kind.name) has \(data.count) bytes of data, which isn't a number of values")
    }
    let record = GDSIIRecord(kind: kind, offset: offset, data: data, file: file)
    offset += length
    return record
  }

  private func corrupt(_ summary: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .corruptFile,
        at: .record(file: file, offset: offset, name: ""),
        summary,
        fixes: ["check that this is a GDSII file, and export it again"]
      )
    )
  }

  private func truncated(_ summary: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .truncatedFile,
        at: .record(file: file, offset: offset, name: ""),
        summary,
        fixes: ["copy or export the file again; its end is missing"]
      )
    )
  }
}

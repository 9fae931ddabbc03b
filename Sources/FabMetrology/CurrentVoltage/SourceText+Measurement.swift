import FabDiagnostics

extension SourceText {
  /// The largest measurement that is read: 64 MB.
  static let measurementLimit = 64_000_000

  /// Decodes the file of an instrument: UTF-8 with or without byte order mark, UTF-16 with one.
  init(measurement name: String, bytes: [UInt8]) throws(DiagnosticError) {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else {
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      try self.init(
        name: name,
        bytes: hasMark ? Array(bytes.dropFirst(3)) : bytes,
        limit: Self.measurementLimit
      )
      try TextBounds.check(text.utf8, name: name)
      return
    }
    guard bytes.count.isMultiple(of: 2) else {
      throw DiagnosticError(
        Diagnostic(
          .notUTF8,
          at: .file(name),
          "the file begins as UTF-16 and ends in the middle of a character",
          fixes: ["copy the file again, or save it as UTF-8"]
        )
      )
    }
    let units = stride(from: 2, to: bytes.count, by: 2)
      .map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? first | second << 8 : first << 8 | second
      }
    self.init(name: name, text: String(decoding: units, as: UTF16.self))
    try TextBounds.check(text.utf8, name: name)
  }
}

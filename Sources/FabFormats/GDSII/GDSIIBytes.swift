/// Appends records to the bytes of a GDSII file.
struct GDSIIBytes {
  /// What has been written so far.
  private(set) var bytes: [UInt8] = []

  /// Appends a record of 16-bit integers, of bits, or without data.
  ///
  /// - Precondition: The record fits 65535 bytes, as do those of the other functions.
  mutating func append(_ kind: GDSIIRecordKind, words: [UInt16] = []) {
    begin(kind, length: 2 * words.count)
    for value in words { appendBigEndian(value) }
  }

  /// Appends a record of 32-bit integers.
  mutating func append(_ kind: GDSIIRecordKind, integers: [Int32]) {
    begin(kind, length: 4 * integers.count)
    for value in integers { appendBigEndian(UInt32(bitPattern: value)) }
  }

  /// Appends a record of reals.
  mutating func append(_ kind: GDSIIRecordKind, reals: [UInt64]) {
    begin(kind, length: 8 * reals.count)
    for value in reals { appendBigEndian(value) }
  }

  /// Appends a record of text, padded with a zero to an even length.
  mutating func append(_ kind: GDSIIRecordKind, text: String) {
    let characters = Array(text.utf8)
    let isOdd = !characters.count.isMultiple(of: 2)
    begin(kind, length: characters.count + (isOdd ? 1 : 0))
    bytes += characters
    if isOdd { bytes.append(0) }
  }

  private mutating func begin(_ kind: GDSIIRecordKind, length: Int) {
    appendBigEndian(UInt16(length + 4))
    bytes.append(kind.rawValue)
    bytes.append(kind.encoding.rawValue)
  }

  private mutating func appendBigEndian(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
  }
}

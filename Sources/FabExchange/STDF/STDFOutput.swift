/// Records as bytes, the least significant byte first (CPU type 2).
struct STDFOutput {
  private(set) var bytes: [UInt8] = []
  private var body: [UInt8] = []

  /// Adds a record with what `content` adds to it.
  mutating func record(_ kind: STDFRecordKind, _ content: (inout STDFOutput) -> Void) {
    var record = STDFOutput()
    content(&record)
    precondition(record.body.count <= 0xFFFF, "a record of \(record.body.count) bytes")
    let count = UInt16(record.body.count)
    bytes += [
      UInt8(count & 0xFF), UInt8(count >> 8), UInt8(kind.rawValue >> 8),
      UInt8(kind.rawValue & 0xFF),
    ]
    bytes += record.body
  }

  /// Adds U*1, B*1.
  mutating func byte(_ value: UInt8) { body.append(value) }

  /// Adds U*2, U*4, I*2.
  mutating func integer(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { body.append(contentsOf: $0) }
  }

  /// Adds R*4.
  mutating func real(_ value: Float) { integer(value.bitPattern) }

  /// Adds C*1.
  mutating func character(_ value: Character) { body.append(value.asciiValue ?? 0x20) }

  /// Adds C*n: a count and so many characters.
  mutating func text(_ value: String) {
    let text = STDFText.ascii(value)
    precondition(text.utf8.count <= 255, "'\(text)' is longer than 255 characters")
    body.append(UInt8(text.utf8.count))
    body.append(contentsOf: text.utf8)
  }
}

import FabDiagnostics

/// The fields of one record, read in order.
struct STDFInput {
  let file: String
  let kind: String
  let isBigEndian: Bool
  private var rest: ArraySlice<UInt8>
  private let start: Int

  init(file: String, kind: String, isBigEndian: Bool, body: ArraySlice<UInt8>, start: Int) {
    self.file = file
    self.kind = kind
    self.isBigEndian = isBigEndian
    rest = body
    self.start = start
  }

  /// Where the record begins.
  var place: Place { .record(file: file, offset: start, name: kind) }
  /// Whether all fields were read: those at the end of a record may be left out.
  var isAtEnd: Bool { rest.isEmpty }

  private mutating func take(_ count: Int) throws(DiagnosticError) -> ArraySlice<UInt8> {
    guard rest.count >= count else {
      throw DiagnosticError(
        Diagnostic(
          .corruptFile,
          at: .record(file: file, offset: rest.startIndex, name: kind),
          "the record ends within a field: \(rest.count) bytes are left, \(count) are needed"
        )
      )
    }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func byte() throws(DiagnosticError) -> UInt8 {
    try take(1).first ?? 0
  }

  mutating func integer<Value: FixedWidthInteger>(
    _ type: Value.Type
  ) throws(DiagnosticError) -> Value {
    let bytes = try take(Value.bitWidth / 8)
    let ordered = isBigEndian ? Array(bytes) : Array(bytes.reversed())
    return ordered.reduce(Value.zero) { ($0 << 8) | Value(truncatingIfNeeded: $1) }
  }

  mutating func real() throws(DiagnosticError) -> Float {
    Float(bitPattern: try integer(UInt32.self))
  }

  mutating func character() throws(DiagnosticError) -> Character {
    Character(UnicodeScalar(try byte()))
  }

  /// Reads C*n; bytes that aren't ASCII, which old testers wrote, are taken as Latin 1.
  mutating func text() throws(DiagnosticError) -> String {
    let bytes = try take(Int(byte()))
    var text = ""
    for byte in bytes { text.unicodeScalars.append(UnicodeScalar(byte)) }
    return text.trimmed
  }

  /// Reads a field if the record has one left.
  mutating func ifPresent<Value>(
    _ read: (inout STDFInput) throws(DiagnosticError) -> Value
  ) throws(DiagnosticError) -> Value? {
    isAtEnd ? nil : try read(&self)
  }

  /// Reads a text if the record has one left.
  mutating func optionalText() throws(DiagnosticError) -> String {
    isAtEnd ? "" : try text()
  }
}

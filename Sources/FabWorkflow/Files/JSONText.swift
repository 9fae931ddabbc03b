import Foundation

/// JSON with one way to write each value: sorted keys, two spaces, a line feed at the end.
public enum JSONText {
  /// Returns the text of a value.
  public static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf",
      negativeInfinity: "-inf",
      nan: "nan"
    )
    do {
      return try Array(encoder.encode(value)) + [0x0A]
    } catch {
      preconditionFailure("a report can't be written as JSON: \(error)")
    }
  }

  /// Returns a value read from JSON, or `nil` where the bytes are something else.
  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }
}

import Foundation

/// Makes an entry of its properties without a text of JSON in between, which takes ten times longer.
struct PropertyDecoder: Decoder {
  let properties: [String: JSONValue]
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Container<Key>(properties: properties))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Self.unsupported }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Self.unsupported }

  fileprivate static var unsupported: DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "entries have named properties"))
  }
}

extension PropertyDecoder {
  private struct Container<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let properties: [String: JSONValue]
    let codingPath: [any CodingKey] = []

    var allKeys: [Key] { properties.keys.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { properties[key.stringValue] != nil }

    func decodeNil(forKey key: Key) -> Bool { (properties[key.stringValue] ?? .null) == .null }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
      guard case .bool(let value) = try value(key) else { throw mismatch(type, key) }
      return value
    }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
      guard case .text(let value) = try value(key) else { throw mismatch(type, key) }
      return value
    }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
      switch try value(key) {
      case .integer(let value): return Double(value)
      case .number(let value): return value
      default: throw mismatch(type, key)
      }
    }

    func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
      Float(try decode(Double.self, forKey: key))
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try integer(key) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try integer(key) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try integer(key) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try integer(key) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try integer(key) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try integer(key) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try integer(key) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try integer(key) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try integer(key) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try integer(key) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      let stored = try value(key)
      if let value = stored as? Value { return value }
      if type == UTCTime.self {
        guard case .text(let text) = stored, let time = UTCTime(text) as? Value else {
          throw mismatch(type, key)
        }
        return time
      }
      return try JSONDecoder().decode(type, from: JSONEncoder().encode(stored))
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type,
      forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
      throw PropertyDecoder.unsupported
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      throw PropertyDecoder.unsupported
    }

    func superDecoder() throws -> any Decoder { throw PropertyDecoder.unsupported }

    func superDecoder(forKey key: Key) throws -> any Decoder { throw PropertyDecoder.unsupported }

    private func value(_ key: Key) throws -> JSONValue {
      guard let value = properties[key.stringValue] else {
        throw DecodingError.keyNotFound(
          key,
          .init(codingPath: [], debugDescription: "there is no '\(key.stringValue)'")
        )
      }
      return value
    }

    private func integer<Value: FixedWidthInteger>(_ key: Key) throws -> Value {
      let value: Value? =
        switch try value(key) {
        case .integer(let value): Value(exactly: value)
        case .number(let value): Value(exactly: value)
        default: nil
        }
      guard let value else { throw mismatch(Value.self, key) }
      return value
    }

    private func mismatch(_ type: Any.Type, _ key: Key) -> DecodingError {
      .typeMismatch(
        type,
        .init(codingPath: [key], debugDescription: "'\(key.stringValue)' is something else")
      )
    }
  }
}

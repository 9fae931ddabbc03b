import Foundation

/// Takes the properties of an entry without a text of JSON in between, which takes ten times longer.
final class PropertyEncoder: Encoder {
  /// Those that have a value, so far.
  private(set) var properties: [String: JSONValue] = [:]
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Container<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("entries have named properties")
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    preconditionFailure("entries have named properties")
  }
}

extension PropertyEncoder {
  private struct Container<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: PropertyEncoder
    let codingPath: [any CodingKey] = []

    func encodeNil(forKey key: Key) {}

    func encode(_ value: Bool, forKey key: Key) { set(.bool(value), key) }
    func encode(_ value: String, forKey key: Key) { set(.text(value), key) }

    func encode(_ value: Double, forKey key: Key) throws {
      guard value.isFinite else {
        throw EncodingError.invalidValue(
          value,
          .init(codingPath: [key], debugDescription: "numbers are finite")
        )
      }
      // 6 and 6.0 are the same, whatever column they come from.
      set(Int64(exactly: value).map { .integer($0) } ?? .number(value), key)
    }

    func encode(_ value: Float, forKey key: Key) throws { try encode(Double(value), forKey: key) }
    func encode(_ value: Int, forKey key: Key) throws { try encode(integer: value, key) }
    func encode(_ value: Int8, forKey key: Key) throws { try encode(integer: value, key) }
    func encode(_ value: Int16, forKey key: Key) throws { try encode(integer: value, key) }
    func encode(_ value: Int32, forKey key: Key) throws { try encode(integer: value, key) }
    func encode(_ value: Int64, forKey key: Key) throws { try encode(integer: value, key) }
    func encode(_ value: UInt, forKey key: Key) throws { try encode(integer: value, key) }
    func encode(_ value: UInt8, forKey key: Key) throws { try encode(integer: value, key) }
    func encode(_ value: UInt16, forKey key: Key) throws { try encode(integer: value, key) }
    func encode(_ value: UInt32, forKey key: Key) throws { try encode(integer: value, key) }
    func encode(_ value: UInt64, forKey key: Key) throws { try encode(integer: value, key) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
      if let value = value as? UTCTime {
        set(.text(value.text), key)
      } else if let value = value as? JSONValue {
        set(value, key)
      } else {
        set(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)), key)
      }
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type,
      forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      preconditionFailure("properties of entries are plain values")
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      preconditionFailure("properties of entries are plain values")
    }

    func superEncoder() -> any Encoder { preconditionFailure("entries are structures") }

    func superEncoder(forKey key: Key) -> any Encoder {
      preconditionFailure("entries are structures")
    }

    private func set(_ value: JSONValue, _ key: Key) {
      encoder.properties[key.stringValue] = value
    }

    private func encode(integer value: some FixedWidthInteger, _ key: Key) throws {
      guard let value = Int64(exactly: value) else {
        throw EncodingError.invalidValue(
          value,
          .init(codingPath: [key], debugDescription: "whole numbers have 64 bits")
        )
      }
      set(.integer(value), key)
    }
  }
}

import Foundation

/// The JSON header of a safetensors file, checked.
struct SafetensorsHeader {
  /// What the header says of one array.
  struct Entry {
    let name: String
    let type: Safetensors.ElementType
    let shape: Shape
    let start: Int
    let end: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var metadata: [String: String] = [:]

  /// Reads a header.
  init(_ bytes: [UInt8]) throws(SafetensorsError) {
    guard bytes.first == UInt8(ascii: "{") else {
      throw .headerNotJSON(reason: "it doesn't begin with '{'")
    }
    let object: [String: Value]
    do {
      object = try JSONDecoder().decode([String: Value].self, from: Data(bytes))
    } catch let DecodingError.typeMismatch(_, context) {
      throw Self.malformed(context, "a value of another kind was expected")
    } catch let DecodingError.valueNotFound(_, context) {
      throw Self.malformed(context, "a value is null")
    } catch let DecodingError.keyNotFound(key, context) {
      throw Self.malformed(context, "there is no '\(key.stringValue)'")
    } catch let DecodingError.dataCorrupted(context) where !context.codingPath.isEmpty {
      throw Self.malformed(context, context.debugDescription)
    } catch {
      throw .headerNotJSON(reason: "the text breaks off or isn't JSON")
    }
    if let key = try JSONKeyScan.duplicate(in: bytes) { throw .duplicateKey(key) }
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      switch (value, name == Safetensors.metadataKey) {
      case (.metadata(let texts), true): metadata = texts
      case (.entry(let entry), false): entries.append(try Self.checked(entry, name: name))
      case (.entry, true):
        throw .malformedEntry(name: name, reason: "metadata must be an object of texts")
      case (.metadata, false):
        throw .malformedEntry(name: name, reason: "it has no dtype, shape and data_offsets")
      }
    }
  }

  private static func malformed(
    _ context: DecodingError.Context,
    _ reason: String
  ) -> SafetensorsError {
    let path = context.codingPath.map(\.stringValue)
    guard let name = path.first else { return .headerNotJSON(reason: reason) }
    let place = path.dropFirst().joined(separator: ".")
    return .malformedEntry(name: name, reason: place.isEmpty ? reason : "\(place): \(reason)")
  }

  private static func checked(
    _ entry: RawEntry,
    name: String
  ) throws(SafetensorsError) -> Entry {
    guard let type = Safetensors.ElementType(rawValue: entry.dtype) else {
      throw .unsupportedType(name: name, type: entry.dtype)
    }
    guard entry.offsets.count == 2, entry.offsets[0] >= 0, entry.offsets[1] >= entry.offsets[0]
    else {
      throw .malformedEntry(
        name: name,
        reason: "data_offsets are \(entry.offsets), not a start and an end"
      )
    }
    var size = type.size
    for extent in entry.shape {
      let (product, overflows) = size.multipliedReportingOverflow(by: extent)
      guard extent >= 0, !overflows else {
        throw .malformedEntry(name: name, reason: "shape \(entry.shape) isn't representable")
      }
      size = product
    }
    let found = entry.offsets[1] - entry.offsets[0]
    guard size == found else {
      throw .sizeMismatch(name: name, found: found, expected: "\(size)")
    }
    return Entry(
      name: name,
      type: type,
      shape: Shape(entry.shape),
      start: entry.offsets[0],
      end: entry.offsets[1]
    )
  }
}

extension SafetensorsHeader {
  /// The keys of an entry; no others may be there.
  fileprivate enum Key: String, CodingKey, CaseIterable {
    case dtype
    case shape
    case offsets = "data_offsets"
  }

  fileprivate struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(intValue: Int) { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
  }

  fileprivate struct RawEntry: Decodable {
    let dtype: String
    let shape: [Int]
    let offsets: [Int]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      dtype = try container.decode(String.self, forKey: .dtype)
      shape = try container.decode([Int].self, forKey: .shape)
      offsets = try container.decode([Int].self, forKey: .offsets)
      for key in try decoder.container(keyedBy: AnyKey.self).allKeys
      where Key(rawValue: key.stringValue) == nil {
        throw DecodingError.dataCorruptedError(
          forKey: key,
          in: try decoder.container(keyedBy: AnyKey.self),
          debugDescription: "the key isn't known"
        )
      }
    }
  }

  /// A value of the header's object: texts below `__metadata__`, an entry elsewhere.
  fileprivate enum Value: Decodable {
    case metadata([String: String])
    case entry(RawEntry)

    init(from decoder: any Decoder) throws {
      if decoder.codingPath.last?.stringValue == Safetensors.metadataKey {
        self = .metadata(try [String: String](from: decoder))
      } else {
        self = .entry(try RawEntry(from: decoder))
      }
    }
  }
}

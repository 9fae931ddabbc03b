import Foundation

/// Finds keys that stand twice in one object, which decoders pass over in silence.
enum JSONKeyScan {
  /// Returns a key that an object has twice, or nil.
  ///
  /// - Parameter bytes: A text that a decoder has accepted as JSON.
  /// - Returns: The key.
  /// - Throws: ``SafetensorsError/headerNotJSON(reason:)`` if a key can't be decoded by itself.
  static func duplicate(in bytes: [UInt8]) throws(SafetensorsError) -> String? {
    var seen: [Set<String>] = []
    var text: Range<Int>?
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): seen.append([])
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = seen.popLast()
      case UInt8(ascii: "\""):
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        text = start..<min(index + 1, bytes.count)
      case UInt8(ascii: ":"):
        // A colon outside of texts follows a key.
        guard let range = text, !seen.isEmpty else { break }
        guard let key = try? JSONDecoder().decode(String.self, from: Data(bytes[range])) else {
          throw .headerNotJSON(reason: "a key isn't a text")
        }
        guard seen[seen.count - 1].insert(key).inserted else { return key }
      default: break
      }
      index += 1
    }
    return nil
  }
}

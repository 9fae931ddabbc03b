/// Why bytes aren't a safetensors file that can be taken.
public enum SafetensorsError: Error, Hashable, Sendable {
  /// There are fewer bytes than the header's length and the header need.
  case truncated(found: Int, needed: UInt64)
  /// The header is longer than the limit.
  case headerTooLong(found: UInt64, limit: Int)
  /// The header isn't a JSON object of UTF-8 text.
  case headerNotJSON(reason: String)
  /// A key stands twice in an object of the header.
  case duplicateKey(String)
  /// An entry lacks a key, has one too many, or one of another kind.
  case malformedEntry(name: String, reason: String)
  /// The element type isn't one that is read.
  case unsupportedType(name: String, type: String)
  /// The extents and the element type need other bytes than the offsets give.
  case sizeMismatch(name: String, found: Int, expected: String)
  /// The bytes of tensors overlap, leave a gap, or end before or beyond the file.
  case notContiguous(name: String, start: Int, expected: Int)
  /// The file has bytes that belong to no tensor, or fewer than the tensors need.
  case lengthMismatch(found: Int, expected: Int)
  /// There are more tensors than the limit.
  case tooManyTensors(found: Int, limit: Int)
  /// A number is NaN or infinite.
  case notFinite(name: String, index: Int)
  /// A tensor isn't there.
  case missingTensor(name: String)
  /// A tensor isn't asked for.
  case unknownTensor(name: String)
  /// A tensor has other extents or another element type.
  case wrongShape(name: String, found: String, expected: String)
  /// The metadata lack a key, or its value isn't what it must be.
  case wrongMetadata(key: String, found: String?, expected: String)
}

import CZlib
public import FabHash

/// A file as it is kept: every byte, deflated where that saves room.
///
/// Made before a transaction begins, since deflating takes longer than writing.
public struct StoredFile: Sendable {
  /// The name that the user gave it.
  public let name: String
  /// The hash of its bytes.
  public let hash: ContentHash
  /// How many bytes it has.
  public let count: Int
  let encoding: String
  let data: [UInt8]

  /// Prepares a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    hash = ContentHash(of: bytes)
    count = bytes.count
    if let smaller = Deflate.compressed(bytes) {
      encoding = "deflate"
      data = smaller
    } else {
      encoding = "stored"
      data = bytes
    }
  }
}

public import FabHash

/// A file as it is kept: every byte, deflated where that saves room.
///
/// Deflating takes longer than reading a table. It goes on beside whatever follows the creation of the value, and only
/// ``StoreWriter/keep(_:)`` waits for it.
public struct StoredFile: Sendable {
  /// The name that the user gave it.
  public let name: String
  /// The hash of its bytes.
  public let hash: ContentHash
  /// How many bytes it has.
  public let count: Int
  private let work: DeflateWork

  /// Hashes a file and begins to deflate it.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    hash = ContentHash(of: bytes)
    count = bytes.count
    work = DeflateWork(bytes)
  }

  /// What the store keeps of it, once that is ready.
  var kept: DeflateWork.Kept { work.kept }
}

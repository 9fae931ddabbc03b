/// A file inside an archive.
public struct ArchiveMember: Hashable, Sendable {
  /// The name as the archive states it, with `/` between folders.
  public let name: String
  /// The content.
  public let bytes: [UInt8]

  /// Creates a member.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

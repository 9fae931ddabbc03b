/// How much of an archive is unpacked before it's taken for a bomb.
public struct ArchiveLimits: Hashable, Sendable {
  /// The most bytes of one member.
  public var memberBytes: Int
  /// The most bytes of all members that are unpacked.
  public var totalBytes: Int
  /// The most members, wanted or not.
  public var memberCount: Int
  /// The most bytes that one byte of the archive may unpack to, over all members.
  public var expansion: Int

  /// Creates limits; the defaults leave a diffractometer's scans room and stop anything built to fill the memory.
  ///
  /// XML of counts packs to a tenth or twentieth; deflate reaches a thousandth only where a file has no content.
  public init(
    memberBytes: Int = 64_000_000,
    totalBytes: Int = 256_000_000,
    memberCount: Int = 10_000,
    expansion: Int = 200
  ) {
    self.memberBytes = memberBytes
    self.totalBytes = totalBytes
    self.memberCount = memberCount
    self.expansion = expansion
  }

  /// Archives that unpack to less than this are never bombs, however well they pack.
  static let harmlessBytes = 1_000_000
}

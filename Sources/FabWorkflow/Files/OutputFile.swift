/// A file to be written, still in memory.
public struct OutputFile: Hashable, Sendable {
  /// The name within its folder.
  public let name: String
  /// The content.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

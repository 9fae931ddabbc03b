/// A file that the store keeps, without its bytes.
public struct KeptFile: Hashable, Sendable {
  /// The hash of its bytes.
  public let sha256: String
  /// The name that the user gave it.
  public let name: String
  /// How many bytes it has.
  public let count: Int
}

/// A bin as pictures show it: its code, name and quality.
public struct WaferBin: Hashable, Sendable {
  /// Whether devices of a bin pass.
  public enum Quality: String, Hashable, Sendable, CaseIterable {
    /// They pass.
    case pass
    /// They fail.
    case fail
    /// They weren't judged.
    case skip
  }

  /// The code.
  public var code: Int
  /// The name.
  public var name: String
  /// Whether its devices pass.
  public var quality: Quality

  /// Creates a bin.
  public init(code: Int, name: String, quality: Quality) {
    self.code = code
    self.name = name
    self.quality = quality
  }
}

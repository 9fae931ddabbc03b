/// What a bin code stands for.
public struct BinDefinition: Hashable, Sendable {
  /// The code.
  public var code: Int
  /// Whether its devices pass; `nil` where a file doesn't say.
  public var quality: BinQuality?
  /// The name; empty for none.
  public var name: String

  /// Creates a definition.
  public init(code: Int, quality: BinQuality?, name: String = "") {
    self.code = code
    self.quality = quality
    self.name = name
  }
}

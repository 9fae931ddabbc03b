/// A sequence of tokens that layers read and change: patches of an image, words, queries.
public struct TokenStream: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// The number of tokens.
  public let tokenCount: Int
  /// The number of channels of each token.
  public let width: Int

  /// Creates a stream.
  public init(name: String, tokenCount: Int, width: Int) {
    self.name = name
    self.tokenCount = tokenCount
    self.width = width
  }

  /// Its shape in words, for messages.
  var shape: String { "\(name) (\(tokenCount) x \(width))" }
}

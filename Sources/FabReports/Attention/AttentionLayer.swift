/// How much one layer of a network looks at each part of a picture and at each word.
public struct AttentionLayer: Hashable, Sendable {
  /// The name, as in "decoder 1, mean of 4 heads".
  public var name: String
  /// The weights of the picture's patches, `[row, column]` from the top; none negative.
  public var patches: [[Double]]
  /// The weights of the words, in the order of the question; none negative.
  public var words: [Double]

  /// Creates a layer.
  public init(name: String, patches: [[Double]], words: [Double]) {
    self.name = name
    self.patches = patches
    self.words = words
  }
}

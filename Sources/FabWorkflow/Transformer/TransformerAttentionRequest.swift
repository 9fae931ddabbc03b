/// What `transformer attention` is asked for.
public struct TransformerAttentionRequest: Sendable {
  /// A checkpoint: a file, or the name of one that comes with the tool.
  public var checkpoint: String
  /// Which sample of the test split.
  public var sample = 0
  /// The picture to write; `nil` for none.
  public var svg: String?
  /// Whether it may replace a file.
  public var replaces = false

  /// Creates a request.
  public init(checkpoint: String) {
    self.checkpoint = checkpoint
  }
}

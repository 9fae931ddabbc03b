/// What keeps an operation on tensors from having a result.
public enum TensorError: Error, Hashable, Sendable {
  /// A channel holds one number only, over the batch and all tokens: it has no deviation to divide by.
  case constantChannel(layer: String, channel: Int, rows: Int, value: Double)
  /// An index of a table or a class isn't there.
  case indexOutOfRange(what: String, position: Int, found: Int, count: Int)
  /// All keys of a sequence are masked: no weights add up to 1.
  case allKeysMasked(batch: Int)
  /// A list that goes with a tensor has another length.
  case mismatched(what: String, found: Int, expected: Int)
  /// A number is NaN or infinite.
  case notFinite(name: String, index: Int)
  /// A parameter of a method lies outside its range.
  case outOfRange(parameter: String, found: Double, expected: String)
  /// The normalisations of a layer aren't a factor and an offset a channel, or what they give isn't read by linear
  /// layers alone.
  case notFoldable(layer: String)
}

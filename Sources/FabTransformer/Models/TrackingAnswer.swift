public import FabTensor

/// What a tracking network says, as variables of a tape.
public struct TrackingAnswer: Sendable {
  /// The score of each cell of the search region, `[batch, 64]`; the target's centre is in the highest.
  public let scores: Variable
  /// Where in its cell the centre would be, across and down, then width and height as shares of the region;
  /// `[batch, 64, 4]`.
  public let boxes: Variable
  /// The attention of each layer with its name, `[batch, heads, queries, keys]`; of shared layers the visible pictures
  /// come first in the batch.
  public let attention: [(name: String, probabilities: Variable)]
}

public import FabTensor

/// What a network for scenes says, as variables of a tape.
public struct SceneAnswer: Sendable {
  /// The scores of the answers, `[batch, answers]`.
  public let logits: Variable
  /// The attention of each layer with its name: encoder layers, `[batch, heads, tokens, tokens]`, patches before words;
  /// at last that of the answer, `[batch, heads, 1, tokens]`.
  public let attention: [(name: String, probabilities: Variable)]
}

public import FabTensor

/// What a network for scenes says, as variables of a tape.
public struct SceneAnswer: Sendable {
  /// The scores of the answers, `[batch, answers]`.
  public let logits: Variable
  /// What patches show, before anything is known of other tokens, `[batch, 36, channels]`.
  public let looks: Variable
  /// What the answer's query looks at, `[batch, tokens, channels]`, patches before words.
  public let memory: Variable
  /// The attention of each layer with its name: encoder layers, `[batch, heads, tokens, tokens]`, patches before words;
  /// at last that of the answer, `[batch, heads, 1, tokens]`.
  public let attention: [(name: String, probabilities: Variable)]
}

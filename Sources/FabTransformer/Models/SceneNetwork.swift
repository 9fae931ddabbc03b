import FabTasks
public import FabTensor

/// A Transformer that answers a question about a scene: patches and words in one encoder, read by one query.
///
/// Patches are embedded by two layers, so that what a patch shows is told before the first attention. Layers are named
/// `patches.hidden`, `patches.out`, `encoder.0`, `answer`, `head`; hardware replaces their operators by these names through
/// ``FabTensor/Tape/execution``. The query is the same for every sample, so that it has no deviation over a batch: it's
/// the only input of a layer that isn't normalised.
public struct SceneNetwork<Scalar: TensorScalar>: Hashable, Sendable {
  /// The extents.
  public let sizes: SceneNetworkSizes
  /// The tokens of a question.
  public let questionLength: Int
  /// The first layer of the embedding of patches.
  public let patchHidden: Linear<Scalar>
  /// The normalisation before its activation.
  public internal(set) var patchNorm: Normalization<Scalar>
  /// The second layer of the embedding of patches.
  public let patchOut: Linear<Scalar>
  /// What is added to patches by place.
  public let patchPositions: Embedding<Scalar>
  /// The vectors of words.
  public let words: Embedding<Scalar>
  /// What is added to words by place.
  public let wordPositions: Embedding<Scalar>
  /// The encoder layers.
  public internal(set) var encoder: [EncoderLayer<Scalar>]
  /// The query that reads the answer.
  public let query: Embedding<Scalar>
  /// The normalisation of what the query looks at.
  public internal(set) var memoryNorm: Normalization<Scalar>
  /// The attention of the query.
  public let attention: MultiHeadAttention<Scalar>
  /// The normalisation before the answer's feed-forward layers.
  public internal(set) var feedForwardNorm: Normalization<Scalar>
  /// The answer's feed-forward layers.
  public let feedForward: FeedForward<Scalar>
  /// The normalisation before the head.
  public internal(set) var headNorm: Normalization<Scalar>
  /// The scores of the answers.
  public let head: Linear<Scalar>
  /// What patches are told of while the network learns; answers don't hang on it.
  public let grounding: SceneGrounding<Scalar>

  /// Makes the parameters.
  ///
  /// - Parameters:
  ///   - sizes: The extents.
  ///   - questionLength: The tokens of a question.
  ///   - parameters: Where the parameters go.
  ///   - random: What weights are drawn from.
  public init(
    _ sizes: SceneNetworkSizes,
    questionLength: Int,
    in parameters: ParameterSet<Scalar>,
    random: inout some RandomNumberGenerator
  ) {
    self.sizes = sizes
    self.questionLength = questionLength
    let width = sizes.width
    let kind = Normalization<Scalar>.Kind(sizes.normalization)
    patchHidden = Linear(
      "patches.hidden",
      inputs: SceneGrid.features,
      outputs: sizes.hidden,
      in: parameters,
      random: &random
    )
    patchNorm = Normalization(kind, "patches.norm", channels: sizes.hidden, in: parameters)
    patchOut = Linear(
      "patches.out",
      inputs: sizes.hidden,
      outputs: width,
      in: parameters,
      random: &random
    )
    patchPositions = Embedding(
      "patches.positions",
      count: SceneGrid.tokens,
      channels: width,
      deviation: Self.placeDeviation,
      in: parameters,
      random: &random
    )
    words = Embedding(
      "words",
      count: SceneVocabulary.words.count,
      channels: width,
      deviation: Self.wordDeviation,
      in: parameters,
      random: &random
    )
    wordPositions = Embedding(
      "words.positions",
      count: questionLength,
      channels: width,
      deviation: Self.orderDeviation,
      in: parameters,
      random: &random
    )
    var encoder: [EncoderLayer<Scalar>] = []
    for index in 0..<sizes.layers {
      encoder.append(
        EncoderLayer(
          "encoder.\(index)",
          EncoderExtents(channels: width, heads: sizes.heads, hidden: sizes.hidden),
          normalization: kind,
          activation: sizes.activation,
          in: parameters,
          random: &random
        )
      )
    }
    self.encoder = encoder
    query = Embedding(
      "answer.query",
      count: 1,
      channels: width,
      deviation: Self.queryDeviation,
      in: parameters,
      random: &random
    )
    memoryNorm = Normalization(kind, "answer.norm1", channels: width, in: parameters)
    attention = MultiHeadAttention(
      "answer.attention",
      channels: width,
      heads: sizes.heads,
      in: parameters,
      random: &random
    )
    feedForwardNorm = Normalization(kind, "answer.norm2", channels: width, in: parameters)
    feedForward = FeedForward(
      "answer.feedForward",
      channels: width,
      hidden: sizes.hidden,
      activation: sizes.activation,
      in: parameters,
      random: &random
    )
    headNorm = Normalization(kind, "head.norm", channels: width, in: parameters)
    head = Linear(
      "head",
      inputs: width,
      outputs: SceneVocabulary.answers.count,
      in: parameters,
      random: &random
    )
    grounding = SceneGrounding("grounding", channels: width, in: parameters, random: &random)
  }

  /// The deviation of a word's numbers at the start: a few times that of an embedded patch, so that one word among 44 tokens
  /// doesn't drown in the first, nearly even attention [ours].
  private static var wordDeviation: Double { 2 }
  /// The deviation of what is added to words by place: near that of the words, for "more red than blue" is told from
  /// "more blue than red" by nothing else, and both are added up [ours].
  private static var orderDeviation: Double { 1.5 }
  /// The deviation of the query [ours].
  private static var queryDeviation: Double { 0.2 }
  /// The deviation of what is added to patches by place: little, for no family of the standard questions asks where
  /// something is, and 31 of 36 patches show nothing else [ours].
  private static var placeDeviation: Double { 0.02 }

  /// All normalisations, in the order in which data meets them.
  public var normalizations: [Normalization<Scalar>] {
    [patchNorm] + encoder.flatMap { [$0.attentionNorm, $0.feedForwardNorm] }
      + [memoryNorm, feedForwardNorm, headNorm]
  }

  /// Answers questions.
  ///
  /// - Parameters:
  ///   - pictures: The patches, `[batch, 36, 192]`.
  ///   - tokens: The words, `[batch, question length]`, one sample after the other.
  ///   - tape: The tape.
  /// - Returns: The scores of the answers, and the attention of each layer.
  /// - Throws: ``FabTensor/TensorError/indexOutOfRange(what:position:found:count:)`` for a word beyond the vocabulary,
  ///   ``FabTensor/TensorError/mismatched(what:found:expected:)`` for too few or too many words,
  ///   ``FabTensor/TensorError/constantChannel(layer:channel:rows:value:)``.
  public func callAsFunction(
    _ pictures: Variable,
    tokens: [Int],
    on tape: Tape<Scalar>
  ) throws(TensorError) -> SceneAnswer {
    let batch = pictures.shape[0]
    guard tokens.count == batch * questionLength else {
      throw .mismatched(what: "words", found: tokens.count, expected: batch * questionLength)
    }
    let hidden = try patchNorm(patchHidden(pictures, on: tape), on: tape)
    let looks = patchOut(activate(hidden, on: tape), on: tape)
    let seen = tape.addBroadcast(looks, patchPositions.all(on: tape))
    let said = tape.addBroadcast(
      try words(tokens, shape: [batch, questionLength], on: tape),
      wordPositions.all(on: tape)
    )
    tape.execution.observer?("patches", seen)
    var x = tape.concatenate([seen, said], axis: 1)
    var maps: [(name: String, probabilities: Variable)] = []
    for layer in encoder {
      let result = try layer(x, on: tape)
      x = result.output
      maps.append((layer.name, result.probabilities))
    }
    let memory = try memoryNorm(x, on: tape)
    let asked = tape.repeated(query.all(on: tape), batch: batch)
    let read = try attention(queries: asked, keys: memory, values: memory, on: tape)
    maps.append(("answer", read.probabilities))
    var y = tape.add(asked, read.output)
    y = tape.add(y, feedForward(try feedForwardNorm(y, on: tape), on: tape))
    tape.execution.observer?("answer", y)
    let logits = head(try headNorm(y, on: tape), on: tape)
    tape.execution.observer?("head", logits)
    return SceneAnswer(
      logits: logits.reshaped(to: [batch, SceneVocabulary.answers.count]),
      looks: looks,
      memory: memory,
      attention: maps
    )
  }

  private func activate(_ x: Variable, on tape: Tape<Scalar>) -> Variable {
    if let replaced = tape.execution.activation?(patchHidden.name, sizes.activation) {
      return tape.elementwise(x, replaced)
    }
    return tape.activate(x, sizes.activation)
  }
}

import FabHash
import FabNumerics
public import FabTasks
public import FabTensor

/// The network for scenes with its parameters and its task.
public struct SceneLearner: Learner {
  /// The questions.
  public let task: SceneTask
  /// The name of the task's difficulty.
  public let difficulty: String
  /// The network.
  public let network: SceneNetwork<Float>
  /// Whether losses have the hints to patches; what is deployed is trained on by answers alone.
  private let givesHints: Bool
  /// The parameters.
  public let parameters: ParameterSet<Float>

  /// Makes a network with weights of a seed.
  ///
  /// - Parameters:
  ///   - sizes: The extents.
  ///   - difficulty: The name of a difficulty.
  ///   - seed: The seed of weights and samples.
  /// - Throws: ``TrainingError/setting(name:found:expected:)`` for a name that there isn't, or ``TrainingError/task(_:)``.
  public init(
    _ sizes: SceneNetworkSizes = .standard,
    difficulty: String = "standard",
    seed: UInt64
  ) throws(TrainingError) {
    guard let found = SceneDifficulty.presets.first(where: { $0.name == difficulty }) else {
      throw .setting(
        name: "difficulty",
        found: difficulty,
        expected: SceneDifficulty.presets.map(\.name).joined(separator: " or ")
      )
    }
    do throws(TaskError) {
      task = try SceneTask(difficulty: found.difficulty, seed: seed)
    } catch {
      throw .task(error)
    }
    givesHints = true
    self.difficulty = difficulty
    parameters = ParameterSet()
    var random = Xoshiro256(seed: seed, key: [0x7363_656e])
    network = SceneNetwork(
      sizes,
      questionLength: task.questionLength,
      in: parameters,
      random: &random
    )
  }

  private init(
    _ other: Self,
    network: SceneNetwork<Float>,
    parameters: ParameterSet<Float>,
    givesHints: Bool
  ) {
    (task, difficulty) = (other.task, other.difficulty)
    (self.network, self.parameters) = (network, parameters)
    self.givesHints = givesHints
  }

  /// Makes the same network with parameters of its own.
  public func copy() -> Self {
    Self(self, network: network, parameters: parameters.copy(), givesHints: givesHints)
  }

  /// Makes the network as it's programmed into hardware.
  public func deployed() throws(TrainingError) -> Self {
    let copy = parameters.copy()
    do throws(TensorError) {
      let folded = try network.folded(in: copy)
      for normalization in normalizations { normalization.setIdentity(in: copy) }
      return Self(self, network: folded, parameters: copy, givesHints: false)
    } catch {
      throw .tensor(error)
    }
  }

  /// Makes the network of a checkpoint.
  ///
  /// - Parameter checkpoint: A checkpoint of such a network.
  /// - Throws: ``TrainingError/otherCheckpoint(key:found:expected:)`` if it's of another network, or
  ///   ``TrainingError/unreadable(_:)``.
  public init(_ checkpoint: Checkpoint<Float>) throws(TrainingError) {
    _ = try checkpoint.text("network", among: [Self.name])
    let sizes = SceneNetworkSizes(
      width: try checkpoint.extent("network.width"),
      heads: try checkpoint.extent("network.heads"),
      hidden: try checkpoint.extent("network.hidden"),
      layers: try checkpoint.extent("network.layers"),
      activation: try checkpoint.activation(),
      normalization: try checkpoint.normalization()
    )
    try checkpoint.checkExtents(
      width: sizes.width,
      heads: sizes.heads,
      hidden: sizes.hidden,
      layers: sizes.layers
    )
    let difficulty = try checkpoint.text(
      "task.difficulty",
      among: SceneDifficulty.presets.map(\.name)
    )
    try self.init(sizes, difficulty: difficulty, seed: checkpoint.seed)
    try checkpoint.restore(into: self)
  }

  /// The name of the network in checkpoints.
  public static let name = "scenes"

  /// What the network is and what it learns.
  public var identity: [String: String] {
    [
      "network": Self.name,
      "network.width": "\(network.sizes.width)",
      "network.heads": "\(network.sizes.heads)",
      "network.hidden": "\(network.sizes.hidden)",
      "network.layers": "\(network.sizes.layers)",
      "network.activation": network.sizes.activation.rawValue,
      "network.normalization": network.sizes.normalization.rawValue,
      "loss.phraseWeight": "\(Self.phraseWeight)",
      "loss.lookWeight": "\(Self.lookWeight)",
      "network.questionLength": "\(network.questionLength)",
      "task": "scenes",
      "task.difficulty": difficulty,
      "task.hash": ContentHash(of: Array(task.difficulty.canonicalText.utf8)).hexadecimal,
    ]
  }

  /// The function between feed-forward layers.
  public var activation: Activation { network.sizes.activation }

  /// The normalisations.
  public var normalizations: [Normalization<Float>] { network.normalizations }

  /// Answers the questions of a batch.
  ///
  /// - Parameters:
  ///   - batch: The samples.
  ///   - tape: The tape.
  /// - Returns: The scores and the attention.
  /// - Throws: ``FabTensor/TensorError``.
  public func answer(
    _ batch: SceneBatch,
    on tape: Tape<Float>
  ) throws(TensorError) -> SceneAnswer {
    let pictures = tape.input([batch.count, SceneGrid.tokens, SceneGrid.features]) { buffer in
      _ = buffer.update(fromContentsOf: batch.patches)
    }
    return try network(pictures, tokens: batch.tokens.map(Int.init), on: tape)
  }

  /// Computes the cross entropy of answers, plus those of what patches are told of.
  public func loss(
    _ split: DataSplit,
    _ samples: Range<Int>,
    on tape: Tape<Float>
  ) throws(TensorError) -> Variable {
    let batch = task.batch(split, samples)
    let said = try answer(batch, on: tape)
    let answers = try tape.crossEntropy(said.logits, targets: batch.answers.map(Int.init))
    guard givesHints else { return answers }
    let hints = try network.grounding.losses(of: said, for: batch, on: tape)
    let weights = [Self.phraseWeight] + Array(repeating: Self.lookWeight, count: hints.count - 1)
    return tape.weightedSum([(answers, 1)] + zip(hints, weights).map { ($0, $1) })
  }

  /// The weight of the phrases' loss beside the answers' [ours].
  private static let phraseWeight: Float = 1
  /// The weight of each attribute's loss [ours].
  private static let lookWeight: Float = 0.5

  /// Counts right answers by the family of the question.
  public func evaluate(
    _ split: DataSplit,
    _ samples: Range<Int>,
    on tape: Tape<Float>
  ) throws(TrainingError) -> Evaluation {
    try evaluate(task, split, samples, on: tape)
  }

  /// Counts right answers to questions of any task of this length.
  ///
  /// - Parameters:
  ///   - task: The questions.
  ///   - split: The part of the data set.
  ///   - samples: Which samples of it.
  ///   - tape: The tape; its execution says whether operators are ideal.
  /// - Returns: The counts, by the family of the question.
  /// - Throws: ``TrainingError/emptyDataset``, or ``TrainingError/tensor(_:)``.
  public func evaluate(
    _ task: SceneTask,
    _ split: DataSplit,
    _ samples: Range<Int>,
    on tape: Tape<Float>
  ) throws(TrainingError) -> Evaluation {
    var evaluation = Evaluation(kinds: QuestionFamily.allCases.map(\.name))
    try tape.infer(samples) { range throws(TensorError) in
      let batch = task.batch(split, range)
      let logits = try answer(batch, on: tape).logits
      try tape.checkFinite(logits, name: "the scores")
      let choices = tape.withValues(of: logits) { $0.choices(of: logits.shape.last) }
      for (index, choice) in choices.enumerated() {
        evaluation.add(
          batch.families[index].rawValue,
          isCorrect: choice == Int(batch.answers[index])
        )
      }
    }
    return evaluation
  }
}

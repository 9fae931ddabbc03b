public import FabTasks
import FabTensor

/// Where the network for scenes looks when it answers one question.
public struct SceneAttention: Hashable, Sendable {
  /// What one layer looks at, the mean over its heads.
  public struct Layer: Hashable, Sendable {
    /// The layer and who looks.
    public let name: String
    /// The weights of the patches, `[row, column]` from the top.
    public let patches: [[Double]]
    /// The weights of the words of the question, in their order; filling isn't among them.
    public let words: [Double]
  }

  /// The answer.
  public let answer: String
  /// The layers: of encoder layers the mean of what the words look at, of the last what the answer's query looks at.
  public let layers: [Layer]

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - learner: The network.
  ///   - sample: The question.
  /// - Throws: ``TrainingError/tensor(_:)``.
  public init(_ learner: SceneLearner, _ sample: SceneSample) throws(TrainingError) {
    let tape = Tape(parameters: learner.parameters, mode: .inference)
    tape.recordsGradients = false
    tape.layerNormShare = 0
    let pictures = tape.input(
      Tensor([1, SceneGrid.tokens, SceneGrid.features], values: sample.patches)
    )
    let said: SceneAnswer
    do throws(TensorError) {
      said = try learner.network(pictures, tokens: sample.tokens.map(Int.init), on: tape)
    } catch {
      throw .tensor(error)
    }
    let choice = tape.withValues(of: said.logits) { $0.choices(of: said.logits.shape.last) }
    answer = SceneVocabulary.answers[choice[0]]
    let words = sample.question.words.count
    layers = said.attention.map { map in
      let shape = map.probabilities.shape
      let (heads, queries, keys) = (shape[1], shape[2], shape[3])
      let isAnswer = queries == 1
      // The words stand behind the patches.
      let rows = isAnswer ? 0..<1 : SceneGrid.tokens..<(SceneGrid.tokens + words)
      var means = [Double](repeating: 0, count: keys)
      tape.withValues(of: map.probabilities) { weights in
        for head in 0..<heads {
          for row in rows {
            for key in 0..<keys {
              means[key] += Double(weights[(head * queries + row) * keys + key])
            }
          }
        }
      }
      for key in 0..<keys { means[key] /= Double(heads * rows.count) }
      return Layer(
        name: "\(map.name), from \(isAnswer ? "query" : "words")",
        patches: (0..<SceneGrid.cells)
          .map { row in
            Array(means[(row * SceneGrid.cells)..<((row + 1) * SceneGrid.cells)])
          },
        words: Array(means[SceneGrid.tokens..<(SceneGrid.tokens + words)])
      )
    }
  }
}

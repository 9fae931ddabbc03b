import FabTasks
import FabTensor
import FabTransformer
import Testing

@Suite struct SceneNetworkTests {
  @Test func aForwardPassHasTheShapesOfTheTask() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 3)
    let tape = Tape(parameters: learner.parameters)
    let said = try learner.answer(learner.task.batch(.train, 0..<5), on: tape)
    #expect(said.logits.shape == [5, SceneVocabulary.answers.count])
    #expect(said.attention.map(\.name) == ["encoder.0", "answer"])
    #expect(said.attention[0].probabilities.shape == [5, 2, 44, 44])
    #expect(said.attention[1].probabilities.shape == [5, 2, 1, 44])
    for map in said.attention {
      let weights = tape.value(of: map.probabilities)
      for row in 0..<weights.shape.rows {
        let sum = weights.values[(row * 44)..<((row + 1) * 44)].reduce(0, +)
        // 44 numbers of 24 bits.
        #expect(abs(sum - 1) < 1e-5)
      }
    }
  }

  @Test func tooFewWordsAreRefused() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 3)
    let tape = Tape(parameters: learner.parameters)
    let pictures = tape.input(Tensor([2, SceneGrid.tokens, SceneGrid.features]))
    #expect(throws: TensorError.mismatched(what: "words", found: 8, expected: 16)) {
      try learner.network(pictures, tokens: Array(repeating: 0, count: 8), on: tape)
    }
  }

  /// The answer hangs on the picture, on the words and on nothing of other samples.
  @Test func samplesOfABatchDoNotMixInInference() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 3)
    let tape = Tape(parameters: learner.parameters, mode: .inference)
    let all = try learner.answer(learner.task.batch(.train, 0..<3), on: tape)
    let together = tape.value(of: all.logits).values
    tape.reset()
    let one = try learner.answer(learner.task.batch(.train, 2..<3), on: tape)
    let alone = tape.value(of: one.logits).values
    let count = SceneVocabulary.answers.count
    for index in 0..<count {
      // Products of other extents may add in another order.
      #expect(abs(together[2 * count + index] - alone[index]) < 1e-4)
    }
    #expect(Set(together).count > 2 * count)
  }

  @Test func attentionAddsUpToOneOverAllTokens() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 3)
    let sample = learner.task.sample(.test, 4)
    let maps = try SceneAttention(learner, sample)
    #expect(SceneVocabulary.answers.contains(maps.answer))
    #expect(maps.layers.count == 2)
    for layer in maps.layers {
      #expect(layer.words.count == sample.question.words.count)
      #expect(layer.patches.count == 6 && layer.patches.allSatisfy { $0.count == 6 })
      let sum = (layer.patches.flatMap { $0 } + layer.words).reduce(0, +)
      // What is missing is the filling's.
      #expect(sum > 0.5 && sum < 1 + 1e-5)
    }
  }
}

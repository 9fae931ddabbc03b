import FabTasks
import FabTensor
import FabTransformer
import Testing

/// Trainings that pass from layer to batch normalisation.
@Suite struct NormalizationScheduleTests {
  private func train(_ kind: Normalization<Float>.Kind, steps: Int) throws -> SceneLearner {
    var sizes = SmallNetworks.scenes
    sizes.normalization = kind
    let learner = try SceneLearner(sizes, difficulty: "easy", seed: 7)
    let run = try TrainingRun(learner, settings: SmallNetworks.settings(steps: steps))
    while try run.advance() != nil {}
    return learner
  }

  private func scores(_ learner: SceneLearner, layerNormShare: Float) throws -> [Float] {
    let tape = Tape(parameters: learner.parameters, mode: .inference)
    tape.recordsGradients = false
    tape.layerNormShare = layerNormShare
    let batch = learner.task.batch(.test, 0..<32)
    return tape.value(of: try learner.answer(batch, on: tape).logits).values
  }

  /// What is left at the end is batch normalisation alone, which folds into the weights.
  @Test func progressiveNormalisationsEndAsFactors() throws {
    let learner = try train(.progressive, steps: 12)
    let trained = try scores(learner, layerNormShare: 0)
    let deployed = try scores(learner.deployed(), layerNormShare: 1)
    let size = trained.map(abs).max() ?? 0
    let distance = zip(trained, deployed).map { abs($0 - $1) }.max() ?? 0
    #expect(size > 0 && distance < 1e-5 * size, "\(distance) of \(size)")
    // Halfway the network was another one.
    let half = try scores(learner, layerNormShare: 0.5)
    #expect(zip(trained, half).contains { abs($0 - $1) > 1e-3 * size })
    // Evaluation uses what the training came to.
    let tape = Tape(parameters: learner.parameters)
    let found = try learner.evaluate(.test, 0..<200, on: tape)
    #expect(tape.layerNormShare == 1)
    tape.layerNormShare = 0
    #expect(try learner.evaluate(.test, 0..<200, on: tape) == found)
    let other = try learner.deployed()
    #expect(
      try other.evaluate(.test, 0..<200, on: Tape(parameters: other.parameters)) == found
    )
  }

  @Test func layerNormalisationsCannotBeDeployed() throws {
    let learner = try train(.layer, steps: 2)
    #expect(throws: TrainingError.tensor(.notFoldable(layer: "answer"))) {
      _ = try learner.deployed()
    }
  }
}

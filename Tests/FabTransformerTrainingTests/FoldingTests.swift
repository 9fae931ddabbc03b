import FabNumerics
import FabTasks
import FabTensor
import FabTransformer
import Testing

/// Networks whose normalisations are folded into weights give the same results.
@Suite struct FoldingTests {
  /// Rounding of single precision through all layers, with results of about one.
  private let tolerance: Float = 2e-4

  @Test func scenesWithoutNormalisationsAnswerAlike() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 7)
    let run = try TrainingRun(learner, settings: SmallNetworks.settings(steps: 4))
    while try run.advance() != nil {}
    let parameters = learner.parameters.copy()
    let folded = try learner.network.folded(in: parameters)
    #expect(folded.normalizations.allSatisfy { $0 == .none })
    let batch = learner.task.batch(.test, 0..<6)
    let tape = Tape(parameters: learner.parameters, mode: .inference)
    let wanted = tape.value(of: try learner.answer(batch, on: tape).logits).values
    let other = Tape(parameters: parameters, mode: .inference)
    let pictures = other.input(
      Tensor([6, SceneGrid.tokens, SceneGrid.features], values: batch.patches)
    )
    let said = try folded(pictures, tokens: batch.tokens.map(Int.init), on: other)
    for (found, wanted) in zip(other.value(of: said.logits).values, wanted) {
      #expect(abs(found - wanted) < tolerance)
    }
  }

  @Test(arguments: TrackingModality.allCases)
  func trackersWithoutNormalisationsFindAlike(modality: TrackingModality) throws {
    let learner = try TrackingLearner(SmallNetworks.tracking, modality: modality, seed: 7)
    let run = try TrainingRun(learner, settings: SmallNetworks.settings(steps: 3))
    while try run.advance() != nil {}
    let parameters = learner.parameters.copy()
    let folded = try learner.network.folded(in: parameters)
    #expect(folded.normalizations.allSatisfy { $0 == .none })
    let tape = Tape(parameters: learner.parameters, mode: .inference)
    let other = Tape(parameters: parameters, mode: .inference)
    var random = SplitMix64(seed: 5)
    let values = 3 * 80 * 64
    let thermal = Tensor<Float>([3, 80, 64]) { _ in Float.random(in: -1...1, using: &random) }
    let visible = Tensor<Float>([3, 80, 192]) { Float($0 * 7919 % values) / Float(values) }
    let wanted = try learner.network(
      visible: tape.input(visible),
      thermal: tape.input(thermal),
      on: tape
    )
    let said = try folded(
      visible: other.input(visible),
      thermal: other.input(thermal),
      on: other
    )
    for (found, wanted) in zip(
      other.value(of: said.scores).values,
      tape.value(of: wanted.scores).values
    ) {
      #expect(abs(found - wanted) < tolerance)
    }
  }
}

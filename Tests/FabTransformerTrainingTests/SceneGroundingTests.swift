import FabTasks
import FabTensor
import FabTransformer
import Foundation
import Testing

@Suite struct SceneGroundingTests {
  private func losses(_ learner: SceneLearner) throws -> [Float] {
    let tape = Tape(parameters: learner.parameters)
    let batch = learner.task.batch(.train, 0..<6)
    let said = try learner.answer(batch, on: tape)
    return try learner.network.grounding.losses(of: said, for: batch, on: tape)
      .map(tape.scalar)
  }

  /// Without weights all classes are alike: the loss is the logarithm of their number.
  @Test func lossesCountTheClasses() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 7)
    let grounding = learner.network.grounding
    for linear in [grounding.phrase] + grounding.attributes {
      learner.parameters[linear.weight] = Tensor(linear.weight.shape)
    }
    let classes = [3] + ObjectAttribute.allCases.map { $0.words.count + 1 }
    for (loss, count) in zip(try losses(learner), classes) {
      // Sums of 216 numbers of 24 bits.
      #expect(abs(loss - log(Float(count))) < 1e-4)
    }
  }

  /// With an offset towards "none" and "no object", which most patches are, losses are lower; towards a colour, higher.
  @Test func mostPatchesShowNothing() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 7)
    let color = learner.network.grounding.attributes[ObjectAttribute.color.rawValue]
    let bias = try #require(color.bias)
    learner.parameters[color.weight] = Tensor(color.weight.shape)
    let place = 1 + ObjectAttribute.color.rawValue
    let even = try losses(learner)[place]
    learner.parameters[bias] = Tensor(bias.shape, values: [2, 0, 0, 0, 0, 0, 0])
    #expect(try losses(learner)[place] < even)
    learner.parameters[bias] = Tensor(bias.shape, values: [0, 2, 0, 0, 0, 0, 0])
    #expect(try losses(learner)[place] > even)
  }

  @Test func answersDoNotHangOnIt() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 7)
    let tape = Tape(parameters: learner.parameters, mode: .inference)
    let batch = learner.task.batch(.test, 0..<3)
    let before = tape.value(of: try learner.answer(batch, on: tape).logits)
    for linear in [learner.network.grounding.phrase] + learner.network.grounding.attributes {
      learner.parameters[linear.weight] = Tensor(linear.weight.shape)
    }
    tape.reset()
    #expect(tape.value(of: try learner.answer(batch, on: tape).logits) == before)
  }
}

import FabTasks
import FabTensor
import FabTransformer
import Testing

@Suite struct TrackingNetworkTests {
  @Test(arguments: TrackingModality.allCases)
  func aForwardPassHasTheShapesOfTheTask(modality: TrackingModality) throws {
    let learner = try TrackingLearner(SmallNetworks.tracking, modality: modality, seed: 3)
    let tape = Tape(parameters: learner.parameters)
    let said = try learner.answer(learner.task.batch(.train, 0..<3), on: tape)
    #expect(said.scores.shape == [3, 64])
    #expect(said.boxes.shape == [3, 64, 4])
    let names = said.attention.map(\.name)
    if modality == .fused {
      #expect(names == ["encoder.0", "fusion.0.gather", "fusion.0.give", "encoder.1"])
      #expect(said.attention[0].probabilities.shape == [6, 2, 80, 80])
      #expect(said.attention[1].probabilities.shape == [3, 2, 16, 128])
      #expect(said.attention[2].probabilities.shape == [6, 2, 80, 16])
    } else {
      #expect(names == ["encoder.0", "encoder.1"])
      #expect(said.attention[0].probabilities.shape == [3, 2, 80, 80])
    }
  }

  @Test(arguments: TrackingModality.allCases)
  func everyParameterIsTrained(modality: TrackingModality) throws {
    let learner = try TrackingLearner(SmallNetworks.tracking, modality: modality, seed: 3)
    let tape = Tape(parameters: learner.parameters)
    tape.backward(from: try learner.loss(.train, 0..<6, on: tape))
    for parameter in learner.parameters.all where parameter.kind != .statistic {
      let gradient = learner.parameters.gradient(of: parameter).values
      #expect(gradient.contains { $0 != 0 }, "\(parameter.name) has no gradient")
    }
  }

  @Test func aTrackerOfOneKindHangsOnThatPictureAlone() throws {
    let learner = try TrackingLearner(SmallNetworks.tracking, modality: .thermal, seed: 3)
    #expect(learner.parameters.parameter(named: "visible.weight") == nil)
    #expect(learner.parameters.parameter(named: "thermal.weight") != nil)
  }
}

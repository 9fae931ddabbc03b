import FabNumerics
import FabTasks
import FabTensor
import FabTransformer
import Testing

@Suite struct EvaluationTests {
  @Test func evaluationDoesNotHangOnThreadsOrParts() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 7)
    let one = Tape(parameters: learner.parameters)
    let two = Tape(parameters: learner.parameters, workers: Workers(2))
    let first = try learner.evaluate(.test, 0..<150, on: one)
    #expect(try learner.evaluate(.test, 0..<150, on: two) == first)
    #expect(first.total.count == 150)
    #expect(first.groups.map(\.count).reduce(0, +) == 150)
    // The tape is as it was.
    #expect(one.mode == .training && one.recordsGradients)
  }

  @Test func countsAreThoseOfTheAnswersOneByOne() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 7)
    let tape = Tape(parameters: learner.parameters, mode: .inference)
    var correct = 0
    for index in 0..<40 {
      let sample = learner.task.sample(.test, index)
      if try SceneAttention(learner, sample).answer == sample.answerWord { correct += 1 }
    }
    let evaluation = try learner.evaluate(.test, 0..<40, on: tape)
    #expect(evaluation.total.correct == correct)
    let share = try #require(evaluation.total.share)
    #expect(share.range.contains(Double(correct) / 40))
  }

  @Test func trackingCountsAreTheProtocolsPrecision() throws {
    let learner = try TrackingLearner(SmallNetworks.tracking, modality: .fused, seed: 7)
    let tape = Tape(parameters: learner.parameters, mode: .inference)
    let found = try learner.predictions(learner.task, .test, 0..<80, on: tape)
    // Pair by pair: in a list a box without size is replaced by that of the pair before.
    let precise = try zip(found.boxes, found.truths)
      .map { box, truth in
        try TrackingScore(predictions: [box], truths: [truth], rules: .pairs).precision
      }
    #expect(Double(found.evaluation.total.correct) == precise.reduce(0, +))
    #expect(try learner.evaluate(.test, 0..<80, on: tape) == found.evaluation)
  }
}

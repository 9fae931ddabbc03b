import FabTasks
import FabTensor
import FabTransformer
import Testing

@Suite struct TrainingRunTests {
  private func losses(_ run: TrainingRun<some Learner>) throws -> [Float] {
    var losses: [Float] = []
    while let loss = try run.advance() { losses.append(loss) }
    return losses
  }

  @Test func theLossOfScenesFalls() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, difficulty: "easy", seed: 7)
    let losses = try losses(TrainingRun(learner, settings: SmallNetworks.settings(steps: 60)))
    #expect(losses.count == 60)
    let (first, last) = (losses.prefix(10).reduce(0, +), losses.suffix(10).reduce(0, +))
    // From the 21 answers alike to those that the question leaves.
    #expect(last < 0.6 * first, "\(first / 10) became \(last / 10)")
  }

  @Test func theLossOfTrackingFalls() throws {
    let learner = try TrackingLearner(
      SmallNetworks.tracking,
      modality: .thermal,
      difficulty: "easy",
      seed: 7
    )
    let losses = try losses(TrainingRun(learner, settings: SmallNetworks.settings(steps: 20)))
    let (first, last) = (losses.prefix(5).reduce(0, +), losses.suffix(5).reduce(0, +))
    #expect(last < 0.8 * first, "\(first / 5) became \(last / 5)")
  }

  /// Interrupted after so many steps, and resumed with another number of threads.
  @Test(arguments: [1, 5, 8])
  func resumingGivesTheSameBytes(stop: Int) throws {
    let settings = SmallNetworks.settings(steps: 8)
    let whole = try TrainingRun(
      SceneLearner(SmallNetworks.scenes, seed: 7),
      settings: settings,
      workers: Workers(2)
    )
    let all = try losses(whole)
    let begun = try TrainingRun(SceneLearner(SmallNetworks.scenes, seed: 7), settings: settings)
    var parts: [Float] = []
    for _ in 0..<stop { parts.append(try #require(try begun.advance())) }
    let state = try Checkpoint<Float>.read(begun.checkpoint().encoded())
    #expect(state.step == stop && !state.isFinished)
    let resumed = try TrainingRun(
      resuming: state,
      SceneLearner(SmallNetworks.scenes, seed: 7),
      settings: settings
    )
    parts += try losses(resumed)
    #expect(parts == all)
    #expect(whole.isFinished && resumed.isFinished)
    #expect(resumed.checkpoint().encoded() == whole.checkpoint().encoded())
  }

  @Test func anotherSeedGivesAnotherNetwork() throws {
    let (first, second) = (
      try SceneLearner(SmallNetworks.scenes, seed: 1),
      try SceneLearner(SmallNetworks.scenes, seed: 2)
    )
    let name = try #require(first.parameters.parameter(named: "head.weight"))
    let other = try #require(second.parameters.parameter(named: "head.weight"))
    #expect(first.parameters[name] != second.parameters[other])
  }

  @Test func aFinishedTrainingHoldsWeightsAlone() throws {
    let settings = SmallNetworks.settings(steps: 2)
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 7)
    let run = try TrainingRun(learner, settings: settings)
    _ = try losses(run)
    let checkpoint = run.checkpoint()
    #expect(checkpoint.isFinished && checkpoint.step == 2)
    #expect(throws: TrainingError.notResumable(step: 2)) {
      try TrainingRun(
        resuming: checkpoint,
        SceneLearner(SmallNetworks.scenes, seed: 7),
        settings: settings
      )
    }
    let read = try SceneLearner(Checkpoint.read(checkpoint.encoded()))
    #expect(read.network.sizes == SmallNetworks.scenes)
    for (left, right) in zip(learner.parameters.all, read.parameters.all) {
      #expect(learner.parameters[left] == read.parameters[right], "\(left.name)")
    }
  }

  @Test func recalibrationSetsStatistics() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 7)
    let run = try TrainingRun(learner, settings: SmallNetworks.settings(steps: 3))
    for _ in 0..<3 { _ = try run.advance() }
    let mean = try #require(learner.parameters.parameter(named: "head.norm.runningMean"))
    let before = learner.parameters[mean]
    _ = try run.advance()
    #expect(learner.parameters[mean] != before)
    let passes = try #require(learner.parameters.parameter(named: "head.norm.passes"))
    #expect(learner.parameters[passes].values == [4])
  }
}

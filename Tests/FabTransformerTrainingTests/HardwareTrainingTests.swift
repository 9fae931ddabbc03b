import FabOperators
import FabTensor
import FabTransformer
import Testing

/// Training on with operators of hardware.
@Suite struct HardwareTrainingTests {
  private let fixture: HardwareFixture

  init() throws { fixture = try HardwareFixture() }

  /// The losses of a tuning, and the parameters that it comes to.
  private func tune(
    _ mode: FineTuningMode,
    steps: Int,
    workers: Int = 1
  ) throws -> (losses: [Float], learner: SceneLearner) {
    let learner = fixture.deployed.copy()
    // Errors that hurt, so that there is something to repair.
    let settings = HardwareSettings(weightNoise: .normal(deviation: 0.15, of: .maximum))
    let training = try HardwareTraining(
      learner,
      mode,
      fixture.model(settings),
      dieSeed: 1,
      settings: TrainingSettings(
        steps: steps,
        batch: 64,
        peakRate: 5e-3,
        warmUpSteps: 2,
        seed: 7
      ),
      workers: Workers(workers)
    )
    var losses: [Float] = []
    while let loss = try training.advance() { losses.append(loss) }
    #expect(training.step == steps)
    return (losses, learner)
  }

  @Test(arguments: FineTuningMode.allCases)
  func lossesFall(mode: FineTuningMode) throws {
    let (losses, learner) = try tune(mode, steps: 40)
    func mean(_ part: ArraySlice<Float>) -> Float { part.reduce(0, +) / Float(part.count) }
    #expect(mean(losses.suffix(8)) < 0.97 * mean(losses.prefix(4)), "\(mode) \(losses)")
    let name = "answer.attention.query.weight"
    let parameter = try #require(learner.parameters.parameter(named: name))
    let before = fixture.deployed.parameters[parameter]
    // Without the bypass nothing reaches what lies before the last operators but the decay of weights.
    let moved =
      zip(learner.parameters[parameter].values, before.values)
      .map { abs($0 - $1) / max(abs($1), 1e-3) }.max() ?? 0
    if mode == .withoutBypass {
      #expect(moved < 1e-3, "\(moved)")
    } else {
      #expect(moved > 0.01, "\(moved)")
    }
  }

  @Test(arguments: FineTuningMode.allCases)
  func threadsDoNotMatter(mode: FineTuningMode) throws {
    let (one, two) = (try tune(mode, steps: 3), try tune(mode, steps: 3, workers: 2))
    #expect(one.losses == two.losses)
    for parameter in one.learner.parameters.all {
      #expect(one.learner.parameters[parameter] == two.learner.parameters[parameter])
    }
  }
}

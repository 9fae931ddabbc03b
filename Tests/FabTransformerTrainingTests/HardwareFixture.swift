import FabDevices
import FabOperators
import FabTasks
import FabTensor
import FabTransformer

/// A small network beside a codebook of few units.
struct HardwareFixture {
  let learner: SceneLearner
  let deployed: SceneLearner
  let ranges: OperandRanges

  /// The codebook, built once.
  static let codebook: Result<Codebook, any Error> = Result {
    let law = VariationLaw.matched
    let conditions = try OperatorConditions(readoutSpread: 0.0089)
    let entries = try [OperatorName.multiplier, .vmm, .softmax, .softplus]
      .map { name in
        try name.codebookEntry(
          population: UnitPopulation(
            placements: [.bench(count: name.modes.count, law: law)],
            law: law,
            seed: 3
          ),
          unitCount: 40,
          conditions: conditions,
          grid: CodebookGrid(curvePoints: 128, surfacePoints: 24)
        )
      }
    return Codebook(identity: CodebookIdentity(name: "test", source: .bench), entries: entries)
  }

  /// Trains a network for a few steps.
  init(steps: Int = 40) throws {
    learner = try SceneLearner(SmallNetworks.scenes, difficulty: "easy", seed: 7)
    let run = try TrainingRun(learner, settings: SmallNetworks.settings(steps: steps))
    while try run.advance() != nil {}
    deployed = try learner.deployed()
    ranges = try OperandRanges(of: deployed, workers: Workers(2))
  }

  func model(_ settings: HardwareSettings = HardwareSettings()) throws -> HardwareModel {
    try HardwareModel(
      Self.codebook.get(),
      settings,
      ranges: ranges,
      activation: deployed.activation
    )
  }

  func die(
    _ settings: HardwareSettings = HardwareSettings(),
    seed: UInt64 = 1
  ) throws -> HardwareDie {
    try HardwareDie(model(settings), deployed.parameters, seed: seed)
  }

  /// The scores of some test questions.
  func scores(
    _ execution: Execution<Float> = Execution(),
    of learner: SceneLearner? = nil,
    workers: Int = 1,
    samples: Range<Int> = 0..<48
  ) throws -> [Float] {
    let used = learner ?? deployed
    let tape = Tape(parameters: used.parameters, workers: Workers(workers), mode: .inference)
    tape.execution = execution
    tape.recordsGradients = false
    return tape.value(of: try used.answer(used.task.batch(.test, samples), on: tape).logits).values
  }
}

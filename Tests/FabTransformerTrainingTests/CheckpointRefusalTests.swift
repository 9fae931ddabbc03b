import FabDiagnostics
import FabTasks
import FabTensor
import FabTransformer
import Testing

/// A checkpoint goes into the network that it's of, and into no other.
@Suite struct CheckpointRefusalTests {
  private let settings = SmallNetworks.settings(steps: 3)

  private func state(_ sizes: SceneNetworkSizes = SmallNetworks.scenes) throws -> Checkpoint<Float>
  {
    let run = try TrainingRun(SceneLearner(sizes, seed: 7), settings: settings)
    _ = try run.advance()
    return run.checkpoint()
  }

  private func refusal(
    _ body: () throws -> Void
  ) throws -> (key: String, found: String?) {
    do {
      try body()
    } catch let error as TrainingError {
      if case .otherCheckpoint(let key, let found, _) = error { return (key, found) }
      Issue.record("\(error)")
    }
    Issue.record("nothing was refused")
    return ("", nil)
  }

  @Test func anotherNetworkIsRefused() throws {
    let run = try TrainingRun(
      TrackingLearner(SmallNetworks.tracking, modality: .fused, seed: 7),
      settings: settings
    )
    let checkpoint = run.checkpoint()
    let reading = try refusal { _ = try SceneLearner(checkpoint) }
    #expect(reading.key == "network" && reading.found == "tracking")
    let resuming = try refusal {
      _ = try TrainingRun(
        resuming: checkpoint,
        SceneLearner(SmallNetworks.scenes, seed: 7),
        settings: settings
      )
    }
    #expect(resuming.key == "network")
  }

  @Test func anotherSizeDifficultySeedOrLengthIsRefused() throws {
    var wide = SmallNetworks.scenes
    wide.width = 32
    var long = settings
    long.steps = 4
    var seeded = settings
    seeded.seed = 8
    let cases: [(String, SceneLearner, TrainingSettings)] = [
      ("network.width", try SceneLearner(wide, seed: 7), settings),
      (
        "task.difficulty",
        try SceneLearner(SmallNetworks.scenes, difficulty: "easy", seed: 7), settings
      ),
      ("training.steps", try SceneLearner(SmallNetworks.scenes, seed: 7), long),
      ("seed", try SceneLearner(SmallNetworks.scenes, seed: 8), seeded),
    ]
    let checkpoint = try state()
    for (key, learner, settings) in cases {
      let found = try refusal {
        _ = try TrainingRun(resuming: checkpoint, learner, settings: settings)
      }
      #expect(found.key == key)
    }
  }

  @Test func theMessageNamesFileAndKey() throws {
    let error = TrainingError.otherCheckpoint(key: "network", found: "tracking", expected: "scenes")
    let message = error.diagnostic(file: "a.safetensors")
    #expect(message.place == .file("a.safetensors"))
    #expect(message.summary.contains("'network' is 'tracking'; expected 'scenes'"))
  }

  @Test func whatIsNoCheckpointIsRefused() throws {
    #expect(throws: TrainingError.self) { try Checkpoint<Float>.read([1, 2, 3]) }
    let foreign = Safetensors(metadata: ["network": "scenes"])
    #expect(throws: TrainingError.self) { try Checkpoint<Float>.read(foreign.encoded()) }
  }

  /// A file that states more than it holds is refused before memory is taken for it.
  @Test func forgedExtentsAreRefused() throws {
    let checkpoint = try state()
    for (key, value) in [("network.layers", "4096"), ("network.width", "4096")] {
      var forged = Safetensors(metadata: checkpoint.metadata)
      for entry in checkpoint.file.sorted { forged.add(entry) }
      forged.metadata[key] = value
      let read = try Checkpoint<Float>.read(forged.encoded())
      #expect(throws: TrainingError.self) { try SceneLearner(read) }
    }
  }

  @Test func emptyDataSetsAreRefused() throws {
    let learner = try SceneLearner(SmallNetworks.scenes, seed: 7)
    let tape = Tape(parameters: learner.parameters)
    #expect(throws: TrainingError.emptyDataset) { try learner.evaluate(.test, 0..<0, on: tape) }
    #expect(throws: TrainingError.emptyDataset) {
      try TrainingRun(learner, settings: SmallNetworks.settings(steps: 0))
    }
  }

  @Test func anUnknownDifficultyIsRefused() throws {
    #expect(
      throws: TrainingError.setting(
        name: "difficulty",
        found: "medium",
        expected: "easy or standard or hard"
      )
    ) { try SceneLearner(difficulty: "medium", seed: 1) }
  }
}

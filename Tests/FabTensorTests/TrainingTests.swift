import FabNumerics
import FabTensor
import Testing

@Suite struct TrainingTests {
  /// A small classifier whose steps depend on the seed and the step alone.
  private struct Run {
    let parameters = ParameterSet<Float>()
    let layer: EncoderLayer<Float>
    let head: Linear<Float>
    var optimizer = AdamW<Float>(
      .init(schedule: LearningRateSchedule(peak: 3e-3, warmUpSteps: 3), clippingNorm: 1)
    )
    let tape: Tape<Float>
    let seed: UInt64
    var losses: [Float] = []

    init(seed: UInt64, threads: Int) {
      self.seed = seed
      var random = Xoshiro256(seed: seed, key: [0])
      layer = EncoderLayer(
        "layer",
        EncoderExtents(channels: 48, heads: 4, hidden: 72),
        normalization: .progressive,
        activation: .gelu,
        in: parameters,
        random: &random
      )
      head = Linear("head", inputs: 48, outputs: 3, in: parameters, random: &random)
      tape = Tape(parameters: parameters, workers: Workers(threads))
    }

    mutating func steps(_ range: Range<Int>) throws {
      for step in range {
        let noise = CounterNormals(seed: seed, purpose: UInt32(step))
        tape.reset()
        parameters.zeroGradients()
        tape.layerNormShare = ProgressiveNorm<Float>.layerNormShare(step: step, of: 10)
        let classes = (0..<96).map { ($0 + step) % 3 }
        let x = tape.input([96, 11, 48]) { buffer in
          noise.fill(buffer, from: 0)
          for (row, kind) in classes.enumerated() { buffer[row * 11 * 48 + kind] += 3 }
        }
        let y = try layer(x, on: tape).output
        let loss = try tape.crossEntropy(
          head(tape.meanOverTokens(y), on: tape),
          targets: classes
        )
        tape.backward(from: loss)
        try optimizer.step(parameters, workers: tape.workers)
        losses.append(tape.scalar(loss))
      }
    }
  }

  @Test func trainsAndRepeatsOnAnyNumberOfThreads() throws {
    var runs: [[UInt8]] = []
    for threads in [1, 2, 3] {
      var run = Run(seed: 4, threads: threads)
      try run.steps(0..<12)
      let checkpoint = Checkpoint(
        parameters: run.parameters,
        optimizer: run.optimizer,
        seed: 4
      )
      runs.append(checkpoint.encoded())
      #expect(try #require(run.losses.last) < 0.8 * (try #require(run.losses.first)))
    }
    // Compared outside of the expectation, which would describe a hundred thousand bytes.
    let areEqual = runs[0] == runs[1] && runs[0] == runs[2]
    #expect(areEqual)
    var other = Run(seed: 5, threads: 1)
    try other.steps(0..<12)
    let differs =
      Checkpoint(parameters: other.parameters, optimizer: other.optimizer, seed: 4).encoded()
      != runs[0]
    #expect(differs)
  }

  @Test func resumingGivesTheBytesOfAnUninterruptedRun() throws {
    var whole = Run(seed: 6, threads: 2)
    try whole.steps(0..<8)
    var first = Run(seed: 6, threads: 2)
    try first.steps(0..<5)
    let saved = Checkpoint(
      parameters: first.parameters,
      optimizer: first.optimizer,
      seed: 6,
      metadata: ["recipe": "abc"]
    )
    let read = try Checkpoint<Float>(saved.encoded())
    let isSame = read == saved
    #expect(isSame)
    #expect(read.seed == 6 && read.metadata["recipe"] == "abc" && read.hasOptimizer)
    var second = Run(seed: read.seed, threads: 2)
    try read.restore(second.parameters)
    try read.restore(&second.optimizer, for: second.parameters)
    #expect(second.optimizer.steps == 5)
    try second.steps(5..<8)
    let isEqual =
      Checkpoint(parameters: whole.parameters, optimizer: whole.optimizer, seed: 6).encoded()
      == Checkpoint(parameters: second.parameters, optimizer: second.optimizer, seed: 6).encoded()
    #expect(isEqual)
    #expect(Array(whole.losses.suffix(3)) == second.losses)
  }

  @Test func checkpointsOfOtherNetworksAreRefused() throws {
    let run = Run(seed: 1, threads: 1)
    let other = ParameterSet<Float>()
    var random = Xoshiro256(seed: 1)
    _ = Linear("head", inputs: 47, outputs: 3, in: other, random: &random)
    let checkpoint = Checkpoint(parameters: run.parameters, seed: 1)
    #expect(throws: SafetensorsError.unknownTensor(name: "model.layer.attention.key.bias")) {
      try checkpoint.restore(other)
    }
    let small = Checkpoint(parameters: other, seed: 1)
    let before = run.parameters.all.map { run.parameters[$0] }
    #expect(throws: SafetensorsError.missingTensor(name: "model.layer.norm1.layer.scale")) {
      try small.restore(run.parameters)
    }
    let isUntouched = before == run.parameters.all.map { run.parameters[$0] }
    #expect(isUntouched)
    let narrow = ParameterSet<Float>()
    _ = Linear("head", inputs: 48, outputs: 3, in: narrow, random: &random)
    let expected = SafetensorsError.wrongShape(
      name: "model.head.weight",
      found: "F32 [47, 3]",
      expected: "F32 [48, 3]"
    )
    #expect(throws: expected) { try small.restore(narrow) }
    var optimizer = run.optimizer
    #expect(throws: SafetensorsError.missingTensor(name: "optimizer.steps")) {
      try checkpoint.restore(&optimizer, for: run.parameters)
    }
    #expect(
      throws: SafetensorsError.wrongMetadata(
        key: "format",
        found: nil,
        expected: "'pcu-fab checkpoint 1'"
      )
    ) {
      _ = try Checkpoint<Float>(Safetensors().encoded())
    }
  }

  @Test func equalStepsNeedNoNewMemory() throws {
    var run = Run(seed: 2, threads: 1)
    try run.steps(0..<2)
    let bytes = run.tape.memoryBytes
    try run.steps(2..<5)
    #expect(run.tape.memoryBytes == bytes && bytes > 0)
  }
}

import Dispatch
import FabDevices
import FabNumerics
import FabOperators
import FabTasks
import FabTensor
import FabTransformer
import Foundation

/// Execution with a codebook and noise beside the ideal one, and noisy linear layers.
enum Hardware {
  static let readoutSpread = 0.0089

  /// A codebook of bench units, as `pcu-fab codebook build` makes them.
  static func codebook(_ names: [OperatorName]) throws -> Codebook {
    let law = VariationLaw.matched
    let entries = try names.map { name in
      try name.codebookEntry(
        population: UnitPopulation(
          placements: [.bench(count: name.modes.count, law: law)],
          law: law,
          seed: 1
        ),
        unitCount: 200,
        conditions: OperatorConditions(readoutSpread: readoutSpread)
      )
    }
    return Codebook(identity: CodebookIdentity(name: "bench", source: .bench), entries: entries)
  }

  /// Passes a second of the network for scenes, batch 64: ideal, with mean units, with a die.
  static func execution(threads: Int, seconds: Double) throws {
    let learner = try SceneLearner(seed: 1).deployed()
    let workers = Workers(threads)
    let ranges = try OperandRanges(of: learner, workers: workers)
    let batch = learner.task.batch(.test, 0..<64)
    try execution(
      learner.parameters,
      ranges,
      learner.activation,
      workers,
      seconds
    ) { tape in _ = try learner.answer(batch, on: tape) }
  }

  /// Passes a second of an encoder layer, batch 64, 32 tokens, 128 channels, 4 heads, 512 hidden channels: ideal, with mean units, with a die.
  static func layerExecution(threads: Int, seconds: Double) throws {
    let parameters = ParameterSet<Float>()
    var random = Xoshiro256(seed: 1)
    let layer = EncoderLayer(
      "layer",
      EncoderExtents(channels: 128, heads: 4, hidden: 512),
      activation: .softplus,
      in: parameters,
      random: &random
    )
    var input = Tensor<Float>([64, 32, 128])
    input.values.withUnsafeMutableBufferPointer { CounterNormals(seed: 2).fill($0, from: 0) }
    // Projections of normalised channels by weights that keep their variance are within four or so.
    let range = AttentionRange(heads: 4, keys: 32, width: 32, query: 4, key: 4, value: 4)
    try execution(
      parameters,
      OperandRanges(attentions: ["layer.attention": range]),
      .softplus,
      Workers(threads),
      seconds
    ) { tape in _ = try layer(tape.input(input), on: tape) }
  }

  private static func execution(
    _ parameters: ParameterSet<Float>,
    _ ranges: OperandRanges,
    _ activation: Activation,
    _ workers: Workers,
    _ seconds: Double,
    _ pass: (Tape<Float>) throws -> Void
  ) throws {
    let book = try codebook([.multiplier, .vmm, .softmax, .softplus])
    var results: [String] = []
    var memory = 0
    let tapes = try [nil, HardwareSettings.Depth.mean, .spread]
      .map { depth in
        let tape = Tape(parameters: parameters, workers: workers, mode: .inference)
        tape.recordsGradients = false
        if let depth {
          let model = try HardwareModel(
            book,
            HardwareSettings(depth),
            ranges: ranges,
            activation: activation
          )
          tape.execution = try HardwareDie(model, parameters, seed: 1).execution()
        }
        return tape
      }
    // In turns, so that what else the machine does meets all alike.
    var best = Array(repeating: Double.infinity, count: tapes.count)
    let start = BenchClock.now
    while BenchClock.now - start < seconds || best.contains(.infinity) {
      for (index, tape) in tapes.enumerated() {
        let before = BenchClock.now
        for _ in 0..<5 {
          tape.reset()
          try pass(tape)
        }
        best[index] = min(best[index], (BenchClock.now - before) / 5)
        memory = max(memory, tape.memoryBytes)
      }
    }
    for time in best { results.append("\(1 / time)") }
    print(results.joined(separator: " "), memory)
  }

  /// Passes a second of a linear layer of 256 x 1024 with weights that err anew and readings that scatter, batch 4096.
  ///
  /// With a file: also the first row of each of many passes, less the ideal one, as floats.
  static func noisyLinear(threads: Int, seconds: Double, samples: String?) throws {
    let parameters = ParameterSet<Float>()
    var random = Xoshiro256(seed: 1)
    let layer = Linear("layer", inputs: 256, outputs: 1024, in: parameters, random: &random)
    var input = Tensor<Float>([4096, 256])
    input.values.withUnsafeMutableBufferPointer { CounterNormals(seed: 2).fill($0, from: 0) }
    let workers = Workers(threads)
    let tape = Tape(parameters: parameters, workers: workers, mode: .inference)
    tape.recordsGradients = false
    let model = try HardwareModel(
      codebook([.vmm]),
      HardwareSettings(operators: [.weights]),
      ranges: OperandRanges(attentions: [:]),
      activation: .identity
    )
    func pass(_ x: Tensor<Float>, _ seed: UInt64) throws -> Variable {
      tape.reset()
      tape.execution = try HardwareDie(model, parameters, seed: seed).execution()
      return layer(tape.input(x), on: tape)
    }
    var best = Double.infinity
    var seed: UInt64 = 0
    let start = BenchClock.now
    while BenchClock.now - start < seconds || seed < 3 {
      let before = BenchClock.now
      seed += 1
      _ = try pass(input, seed)
      best = min(best, BenchClock.now - before)
    }
    print(1 / best, tape.memoryBytes)
    guard let samples else { return }
    let row = Tensor([1, 256], values: Array(input.values.prefix(256)))
    tape.reset()
    tape.execution = Execution()
    let ideal = tape.value(of: layer(tape.input(row), on: tape)).values
    var differences: [Float] = []
    for seed in 1...100 as ClosedRange<UInt64> {
      let values = tape.value(of: try pass(row, seed)).values
      differences += zip(values, ideal).map { $0 - $1 }
    }
    let weights = parameters[layer.weight].values
    let numbers = row.values + weights + differences
    try numbers.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: samples)) }
  }
}

/// Seconds of a clock that only goes forward.
enum BenchClock {
  static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }
}

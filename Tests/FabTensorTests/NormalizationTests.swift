import FabNumerics
import FabTensor
import Testing

@Suite struct NormalizationTests {
  private static func trained<Scalar: TensorScalar>(
    _ kind: Normalization<Scalar>.Kind,
    order: EncoderLayer<Scalar>.Order = .normFirst,
    parameters: ParameterSet<Scalar>
  ) throws -> EncoderLayer<Scalar> {
    var random = Xoshiro256(seed: 5)
    let layer = EncoderLayer(
      "layer",
      EncoderExtents(channels: 12, heads: 3, hidden: 20),
      order: order,
      normalization: kind,
      in: parameters,
      random: &random
    )
    for parameter in parameters.all where parameter.kind == .offset {
      let buffer = parameters.valueBuffer(parameter)
      for index in buffer.indices { buffer[index] += Scalar(0.3 * random.normalDeviate()) }
    }
    let tape = Tape(parameters: parameters)
    tape.layerNormShare = 0
    for _ in 0..<20 {
      tape.reset()
      let x = tape.input(Tensor([8, 5, 12]) { _ in Scalar(random.normalDeviate() + 0.5) })
      _ = try layer(x, on: tape)
    }
    return layer
  }

  private static func largestDifference<Scalar: TensorScalar>(
    _ kind: Normalization<Scalar>.Kind
  ) throws -> Scalar {
    let parameters = ParameterSet<Scalar>()
    let layer = try trained(kind, parameters: parameters)
    let copy = parameters.copy()
    let folded = try layer.folded(in: copy)
    var random = Xoshiro256(seed: 6)
    let input = Tensor<Scalar>([4, 7, 12]) { _ in Scalar(random.normalDeviate()) }
    func output(
      _ layer: EncoderLayer<Scalar>,
      _ parameters: ParameterSet<Scalar>
    ) throws
      -> [Scalar]
    {
      let tape = Tape(parameters: parameters, mode: .inference)
      tape.layerNormShare = 0
      return tape.value(of: try layer(tape.input(input), on: tape).output).values
    }
    let (whole, short) = (try output(layer, parameters), try output(folded, copy))
    #expect(whole.contains { abs($0) > 0.5 })
    return zip(whole, short).map { abs($0 - $1) }.max() ?? 0
  }

  @Test(arguments: [Normalization<Double>.Kind.batch, .repBatch, .progressive])
  func foldedEncodersGiveTheSame(_ kind: Normalization<Double>.Kind) throws {
    #expect(try Self.largestDifference(kind) < 1e-12)
    let single = try Self.largestDifference(
      try #require(Normalization<Float>.Kind(rawValue: kind.rawValue))
    )
    // Sums of 12 and 20 products of numbers of a few units, each rounded to 6e-8.
    #expect(single < 1e-5)
  }

  @Test func foldsIntoThePrecedingLayer() throws {
    let parameters = ParameterSet<Double>()
    var random = Xoshiro256(seed: 7)
    let linear = Linear("linear", inputs: 5, outputs: 9, in: parameters, random: &random)
    let norm = RepBatchNorm("norm", channels: 9, in: parameters)
    for parameter in parameters.all where parameter.kind != .weight {
      let buffer = parameters.valueBuffer(parameter)
      for index in buffer.indices { buffer[index] += 0.4 * random.uniformDeviate() }
    }
    let tape = Tape(parameters: parameters, mode: .inference)
    let x = tape.input(Tensor([6, 5]) { _ in random.normalDeviate() })
    let whole = tape.value(of: try norm(linear(x, on: tape), on: tape))
    norm.channelMap(in: parameters).fold(intoPreceding: linear, in: parameters)
    let short = tape.value(of: linear(x, on: tape))
    for (left, right) in zip(whole.values, short.values) { #expect(abs(left - right) < 1e-12) }
  }

  @Test func refusesToFoldWhatItCannot() throws {
    for (kind, order) in [
      (Normalization<Double>.Kind.layer, EncoderLayer<Double>.Order.normFirst),
      (.batch, .normLast),
    ] {
      let parameters = ParameterSet<Double>()
      let layer = try Self.trained(kind, order: order, parameters: parameters)
      #expect(throws: TensorError.notFoldable(layer: "layer")) {
        try layer.folded(in: parameters)
      }
    }
  }

  /// The queries of a DETR decoder's first layer: zeros plus the same offset everywhere.
  @Test(arguments: [0, 0.1, 1e6, -3e-7])
  func refusesConstantChannels(_ constant: Float) throws {
    let parameters = ParameterSet<Float>()
    let norm = BatchNorm("decoder.norm1", channels: 9, in: parameters)
    let tape = Tape(parameters: parameters)
    var random = Xoshiro256(seed: 8)
    var input = Tensor<Float>([16, 100, 9]) { _ in Float(random.normalDeviate()) }
    for row in 0..<1600 { input.values[row * 9 + 4] = constant }
    let expected = TensorError.constantChannel(
      layer: "decoder.norm1",
      channel: 4,
      rows: 1600,
      value: Double(constant)
    )
    let x = tape.input(input)
    #expect(throws: expected) { try norm(x, on: tape) }
    #expect(parameters[norm.running.passes].values == [0])
    tape.mode = .inference
    _ = try norm(x, on: tape)
    // One number that differs is enough.
    tape.mode = .training
    input.values[800 * 9 + 4] = constant + max(1e-3, abs(constant) * 1e-3)
    _ = try norm(tape.input(input), on: tape)
  }

  @Test func recalibrationIsThePlainMean() throws {
    let parameters = ParameterSet<Double>()
    let norm = BatchNorm("norm", channels: 2, in: parameters)
    let tape = Tape(parameters: parameters, mode: .recalibration)
    parameters[norm.running.mean].values = [40, -3]
    norm.running.reset(in: parameters)
    let batches: [[Double]] = [[1, 2, 3, 5], [2, 2, 6, -4], [0, 1, -3, 3]]
    for batch in batches { _ = try norm(tape.input(Tensor([2, 2], values: batch)), on: tape) }
    var means = [0.0, 0]
    var variances = [0.0, 0]
    for batch in batches {
      for channel in 0..<2 {
        let (first, second) = (batch[channel], batch[channel + 2])
        means[channel] += (first + second) / 2 / 3
        // The variance of two numbers, of n - 1, is half the square of their difference.
        variances[channel] += (first - second) * (first - second) / 2 / 3
      }
    }
    for channel in 0..<2 {
      #expect(abs(parameters[norm.running.mean].values[channel] - means[channel]) < 1e-12)
      #expect(abs(parameters[norm.running.variance].values[channel] - variances[channel]) < 1e-12)
    }
  }

  @Test func momentumMovesRunningStatistics() throws {
    let parameters = ParameterSet<Double>()
    let norm = BatchNorm("norm", channels: 1, momentum: 0.25, in: parameters)
    let tape = Tape(parameters: parameters)
    _ = try norm(tape.input(Tensor([2, 1], values: [3, 5])), on: tape)
    #expect(parameters[norm.running.mean].values == [1])
    #expect(parameters[norm.running.variance].values == [0.75 + 0.25 * 2])
  }

  @Test func theShareOfLayerNormalizationFallsToZero() throws {
    let shares = [0, 1, 5, 10, 11].map { ProgressiveNorm<Double>.layerNormShare(step: $0, of: 10) }
    #expect(shares == [1, 0.9, 0.5, 0, 0])
    let parameters = ParameterSet<Double>()
    let norm = ProgressiveNorm("norm", channels: 3, in: parameters)
    parameters[norm.repBatchNorm.alpha].values = [0.7]
    let tape = Tape(parameters: parameters)
    let x = tape.input(Tensor([4, 3]) { Double(($0 * 5) % 7) })
    let layer = tape.value(of: norm.layerNorm(x, on: tape)).values
    let batch = tape.value(of: try norm.repBatchNorm(x, on: tape)).values
    for share in [1, 0.25, 0] {
      tape.layerNormShare = share
      let mixed = tape.value(of: try norm(x, on: tape)).values
      for index in mixed.indices {
        #expect(abs(mixed[index] - share * layer[index] - (1 - share) * batch[index]) < 1e-14)
      }
    }
  }
}

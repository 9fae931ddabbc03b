import FabTasks
public import FabTensor

/// Compares what layers come to on a die with what they come to in numbers, on the same samples.
public struct FeatureComparison {
  private struct Sums {
    var features: [Double]
    var differences: [Double]
  }

  private var layers: [String] = []
  private var sums: [String: Sums] = [:]

  /// Compares.
  ///
  /// - Parameters:
  ///   - learner: The deployed network.
  ///   - die: The die.
  ///   - samples: Which samples of the test split.
  ///   - workers: How many threads are used.
  /// - Throws: ``TrainingError/emptyDataset``, or ``TrainingError/tensor(_:)``.
  public init(
    of learner: some Learner,
    on die: HardwareDie,
    samples: Range<Int>,
    workers: Workers
  ) throws(TrainingError) {
    die.restart(pass: 0)
    let ideal = Tape(parameters: learner.parameters, workers: workers)
    let real = Tape(parameters: learner.parameters, workers: workers)
    let (wanted, found) = (Recorder(), Recorder())
    ideal.execution.observer = { layer, result in wanted.note(layer, ideal, result) }
    var execution = die.execution()
    execution.observer = { layer, result in found.note(layer, real, result) }
    real.execution = execution
    try ideal.infer(samples) { range throws(TensorError) in
      wanted.clear()
      _ = try learner.loss(.test, range, on: ideal)
      found.clear()
      real.mode = .inference
      real.recordsGradients = false
      real.reset()
      _ = try learner.loss(.test, range, on: real)
      for (one, other) in zip(wanted.layers, found.layers) { add(one, other) }
    }
    real.reset()
  }

  /// The layers in the order of the network.
  public var errors: [FeatureError] {
    layers.compactMap { layer in
      sums[layer]
        .map { sums in
          FeatureError(
            layer: layer,
            channels: zip(sums.differences, sums.features).map { Self.ratio($0, $1) },
            total: Self.ratio(sums.differences.reduce(0, +), sums.features.reduce(0, +))
          )
        }
    }
  }

  private static func ratio(_ differences: Double, _ features: Double) -> Double {
    features > 0 ? (differences / features).squareRoot() : 0
  }

  private mutating func add(_ wanted: Recorder.Layer, _ found: Recorder.Layer) {
    let channels = wanted.channels
    if sums[wanted.name] == nil {
      layers.append(wanted.name)
      let zeros = Array(repeating: 0.0, count: channels)
      sums[wanted.name] = Sums(features: zeros, differences: zeros)
    }
    guard var known = sums.removeValue(forKey: wanted.name) else { return }
    for (index, feature) in wanted.values.enumerated() {
      let difference = Double(found.values[index]) - Double(feature)
      known.features[index % channels] += Double(feature) * Double(feature)
      known.differences[index % channels] += difference * difference
    }
    sums[wanted.name] = known
  }

  /// What one pass came to.
  private final class Recorder {
    struct Layer {
      var name: String
      var channels: Int
      var values: [Float]
    }

    private(set) var layers: [Layer] = []

    func clear() { layers = [] }

    func note(_ name: String, _ tape: Tape<Float>, _ result: Variable) {
      layers.append(
        Layer(name: name, channels: result.shape.last, values: tape.value(of: result).values)
      )
    }
  }
}

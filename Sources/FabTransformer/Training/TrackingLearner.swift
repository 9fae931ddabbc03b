import FabHash
import FabNumerics
public import FabTasks
public import FabTensor

/// The tracking network with its parameters and its task.
public struct TrackingLearner: Learner {
  /// The pairs.
  public let task: TrackingTask
  /// The name of the task's difficulty.
  public let difficulty: String
  /// The network.
  public let network: TrackingNetwork<Float>
  /// The parameters.
  public let parameters: ParameterSet<Float>

  /// Makes a network with weights of a seed.
  ///
  /// - Parameters:
  ///   - sizes: The extents.
  ///   - modality: What is seen.
  ///   - difficulty: The name of a difficulty.
  ///   - seed: The seed of weights and samples.
  /// - Throws: ``TrainingError/setting(name:found:expected:)`` for a name that there isn't, or ``TrainingError/task(_:)``.
  public init(
    _ sizes: TrackingNetworkSizes = .standard,
    modality: TrackingModality,
    difficulty: String = "standard",
    seed: UInt64
  ) throws(TrainingError) {
    guard let found = TrackingDifficulty.presets.first(where: { $0.name == difficulty }) else {
      throw .setting(
        name: "difficulty",
        found: difficulty,
        expected: TrackingDifficulty.presets.map(\.name).joined(separator: " or ")
      )
    }
    do throws(TaskError) {
      task = try TrackingTask(difficulty: found.difficulty, seed: seed)
    } catch {
      throw .task(error)
    }
    self.difficulty = difficulty
    parameters = ParameterSet()
    var random = Xoshiro256(seed: seed, key: [0x7472_6163])
    network = TrackingNetwork(sizes, modality: modality, in: parameters, random: &random)
  }

  private init(
    _ other: Self,
    network: TrackingNetwork<Float>,
    parameters: ParameterSet<Float>
  ) {
    (task, difficulty) = (other.task, other.difficulty)
    (self.network, self.parameters) = (network, parameters)
  }

  /// Makes the same network with parameters of its own.
  public func copy() -> Self { Self(self, network: network, parameters: parameters.copy()) }

  /// Makes the network as it's programmed into hardware.
  public func deployed() throws(TrainingError) -> Self {
    let copy = parameters.copy()
    do throws(TensorError) {
      let folded = try network.folded(in: copy)
      for normalization in normalizations { normalization.setIdentity(in: copy) }
      return Self(self, network: folded, parameters: copy)
    } catch {
      throw .tensor(error)
    }
  }

  /// Makes the network of a checkpoint.
  ///
  /// - Parameter checkpoint: A checkpoint of such a network.
  /// - Throws: ``TrainingError/otherCheckpoint(key:found:expected:)`` if it's of another network, or
  ///   ``TrainingError/unreadable(_:)``.
  public init(_ checkpoint: Checkpoint<Float>) throws(TrainingError) {
    _ = try checkpoint.text("network", among: [Self.name])
    let layers = try checkpoint.extent("network.layers")
    let fusions = (checkpoint.metadata["network.fusionAfter"] ?? "").split(separator: " ")
    let sizes = TrackingNetworkSizes(
      width: try checkpoint.extent("network.width"),
      heads: try checkpoint.extent("network.heads"),
      hidden: try checkpoint.extent("network.hidden"),
      layers: layers,
      fusionAfter: fusions.compactMap { Int($0) },
      activation: try checkpoint.activation(),
      normalization: try checkpoint.normalization()
    )
    try checkpoint.checkExtents(
      width: sizes.width,
      heads: sizes.heads,
      hidden: sizes.hidden,
      layers: sizes.layers
    )
    let modality = try checkpoint.text(
      "network.modality",
      among: TrackingModality.allCases.map(\.rawValue)
    )
    let difficulty = try checkpoint.text(
      "task.difficulty",
      among: TrackingDifficulty.presets.map(\.name)
    )
    try self.init(
      sizes,
      modality: TrackingModality(rawValue: modality) ?? .fused,
      difficulty: difficulty,
      seed: checkpoint.seed
    )
    try checkpoint.restore(into: self)
  }

  /// The name of the network in checkpoints.
  public static let name = "tracking"

  /// What the network is and what it learns.
  public var identity: [String: String] {
    let sizes = network.sizes
    return [
      "network": Self.name,
      "network.width": "\(sizes.width)",
      "network.heads": "\(sizes.heads)",
      "network.hidden": "\(sizes.hidden)",
      "network.layers": "\(sizes.layers)",
      "network.fusionAfter": sizes.fusionAfter.map(String.init).joined(separator: " "),
      "network.activation": sizes.activation.rawValue,
      "network.normalization": sizes.normalization.rawValue,
      "network.modality": network.modality.rawValue,
      "task": "tracking",
      "task.difficulty": difficulty,
      "task.hash": ContentHash(of: Array(task.difficulty.canonicalText.utf8)).hexadecimal,
    ]
  }

  /// The function between feed-forward layers.
  public var activation: Activation { network.sizes.activation }

  /// The normalisations.
  public var normalizations: [Normalization<Float>] { network.normalizations }

  /// Finds the targets of a batch.
  ///
  /// - Parameters:
  ///   - batch: The pairs.
  ///   - tape: The tape.
  /// - Returns: Scores and boxes by cell.
  /// - Throws: ``FabTensor/TensorError``.
  public func answer(
    _ batch: TrackingBatch,
    on tape: Tape<Float>
  ) throws(TensorError) -> TrackingAnswer {
    func tokens(_ template: [Float], _ search: [Float], _ features: Int) -> Variable {
      let (first, second) = (
        TrackingGrid.templateTokens * features, TrackingGrid.searchTokens * features
      )
      let count = TrackingGrid.templateTokens + TrackingGrid.searchTokens
      return tape.input([batch.count, count, features]) { buffer in
        for index in 0..<batch.count {
          let start = index * (first + second)
          let head = template[(index * first)..<((index + 1) * first)]
          let tail = search[(index * second)..<((index + 1) * second)]
          _ = UnsafeMutableBufferPointer(rebasing: buffer[start..<(start + first)])
            .update(fromContentsOf: head)
          _ = UnsafeMutableBufferPointer(
            rebasing: buffer[(start + first)..<(start + first + second)]
          )
          .update(fromContentsOf: tail)
        }
      }
    }
    return try network(
      visible: network.visible.map { _ in
        tokens(batch.visibleTemplate, batch.visibleSearch, TrackingGrid.visibleFeatures)
      },
      thermal: network.thermal.map { _ in
        tokens(batch.thermalTemplate, batch.thermalSearch, TrackingGrid.thermalFeatures)
      },
      on: tape
    )
  }

  /// Computes the cross entropy of the target's cell, plus the mean error of its box in cells.
  public func loss(
    _ split: DataSplit,
    _ samples: Range<Int>,
    on tape: Tape<Float>
  ) throws(TensorError) -> Variable {
    let batch = task.batch(split, samples)
    let said = try answer(batch, on: tape)
    let targets = batch.boxes.map { ScoreMap.target(for: $0) }
    let scores = try tape.crossEntropy(said.scores, targets: targets.map(\.cell))
    let count = TrackingGrid.searchTokens
    let boxes = try tape.rows(
      of: said.boxes,
      targets.enumerated().map { $0.offset * count + $0.element.cell }
    )
    let wanted = targets.flatMap { target in
      [
        target.offset.x, target.offset.y, target.size.x * Self.sizeScale,
        target.size.y * Self.sizeScale,
      ]
    }
    let places = tape.l1(boxes, target: Tensor([batch.count, 4], values: wanted))
    return tape.weightedSum([(scores, 1), (places, Self.boxWeight)])
  }

  /// Sizes are learned in cells, as offsets are.
  private static let sizeScale = Float(TrackingGrid.searchCells)
  /// The weight of the box beside the cell [ours].
  private static let boxWeight: Float = 1

  /// Returns the boxes that the network finds, in pixels of the search region.
  ///
  /// - Parameters:
  ///   - batch: The pairs.
  ///   - tape: The tape.
  /// - Returns: A box for each pair.
  /// - Throws: ``FabTensor/TensorError``.
  public func boxes(
    _ batch: TrackingBatch,
    on tape: Tape<Float>
  ) throws(TensorError) -> [BoundingBox] {
    let said = try answer(batch, on: tape)
    try tape.checkFinite(said.scores, name: "the scores")
    try tape.checkFinite(said.boxes, name: "the boxes")
    let (scores, numbers) = (tape.value(of: said.scores).values, tape.value(of: said.boxes).values)
    let count = TrackingGrid.searchTokens
    return (0..<batch.count)
      .map { index in
        let cells = (index * count)..<((index + 1) * count)
        return ScoreMap.box(
          scores: Array(scores[cells]),
          offsets: cells.map { SIMD2(numbers[4 * $0], numbers[4 * $0 + 1]) },
          sizes: cells.map {
            SIMD2(numbers[4 * $0 + 2], numbers[4 * $0 + 3]) / Self.sizeScale
          }
        )
      }
  }

  /// Counts targets whose centre is found within the protocol's pixels, by what pictures were taken in.
  public func evaluate(
    _ split: DataSplit,
    _ samples: Range<Int>,
    on tape: Tape<Float>
  ) throws(TrainingError) -> Evaluation {
    try predictions(task, split, samples, on: tape).evaluation
  }

  /// Finds the targets of pairs of any task.
  ///
  /// - Parameters:
  ///   - task: The pairs.
  ///   - split: The part of the data set.
  ///   - samples: Which pairs of it.
  ///   - tape: The tape; its execution says whether operators are ideal.
  /// - Returns: The boxes beside the true ones.
  /// - Throws: ``TrainingError/emptyDataset``, or ``TrainingError/tensor(_:)``.
  public func predictions(
    _ task: TrackingTask,
    _ split: DataSplit,
    _ samples: Range<Int>,
    on tape: Tape<Float>
  ) throws(TrainingError) -> TrackingPredictions {
    var found = TrackingPredictions()
    try tape.infer(samples) { range throws(TensorError) in
      let batch = task.batch(split, range)
      found.boxes += try boxes(batch, on: tape)
      found.truths += batch.boxes
      found.conditions += batch.conditions
    }
    return found
  }
}

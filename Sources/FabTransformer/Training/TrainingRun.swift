import FabTasks
public import FabTensor

/// A training, step by step: its state is that of a checkpoint, and the next step hangs on nothing else.
///
/// The samples of a step are those of its place, so that a training that was interrupted goes on bit by bit as if it
/// hadn't been, with any number of threads. A class, for parameters and tape have places in memory. Not thread-safe.
public final class TrainingRun<Student: Learner> {
  /// The network with its task.
  public let learner: Student
  /// How it's trained.
  public let settings: TrainingSettings
  /// The tape; an execution that is set on it replaces operators.
  public let tape: Tape<Float>
  /// Whether statistics are recalibrated, so that nothing is left to do.
  public private(set) var isFinished = false

  private var optimizer: AdamW<Float>

  /// The key of the metadata that says how many steps are done.
  static var stepKey: String { "training.step" }

  /// Begins a training.
  ///
  /// - Parameters:
  ///   - learner: The network with its task.
  ///   - settings: How it's trained.
  ///   - workers: How many threads are used; the result doesn't depend on it.
  /// - Throws: ``TrainingError/setting(name:found:expected:)``.
  public init(
    _ learner: Student,
    settings: TrainingSettings,
    workers: Workers = Workers(1)
  ) throws(TrainingError) {
    try settings.check()
    self.learner = learner
    self.settings = settings
    tape = Tape(parameters: learner.parameters, workers: workers)
    optimizer = AdamW(settings.optimizer)
  }

  /// Goes on with a training.
  ///
  /// - Parameters:
  ///   - checkpoint: What it has come to.
  ///   - learner: The network with its task; its parameters are replaced.
  ///   - settings: How it's trained.
  ///   - workers: How many threads are used; the result doesn't depend on it.
  /// - Throws: ``TrainingError/otherCheckpoint(key:found:expected:)`` if the checkpoint is of another network, task or
  ///   training, ``TrainingError/notResumable(step:)``, ``TrainingError/unreadable(_:)``,
  ///   ``TrainingError/setting(name:found:expected:)``.
  public convenience init(
    resuming checkpoint: Checkpoint<Float>,
    _ learner: Student,
    settings: TrainingSettings,
    workers: Workers = Workers(1)
  ) throws(TrainingError) {
    try self.init(learner, settings: settings, workers: workers)
    try checkpoint.check(learner.identity.merging(settings.identity) { first, _ in first })
    guard checkpoint.seed == settings.seed else {
      throw .otherCheckpoint(
        key: "seed",
        found: "\(checkpoint.seed)",
        expected: "\(settings.seed)"
      )
    }
    guard checkpoint.hasOptimizer else { throw .notResumable(step: checkpoint.step) }
    do throws(SafetensorsError) {
      try checkpoint.restore(learner.parameters)
      try checkpoint.restore(&optimizer, for: learner.parameters)
    } catch {
      throw .unreadable(error)
    }
    guard step <= settings.steps else {
      throw .otherCheckpoint(
        key: Self.stepKey,
        found: "\(step)",
        expected: "at most \(settings.steps)"
      )
    }
  }

  /// The steps done.
  public var step: Int { optimizer.steps }

  /// Does a step, or after the last one recalibrates.
  ///
  /// - Returns: The loss of the step; nil for the recalibration.
  /// - Throws: ``TrainingError/diverged(step:)`` or ``TrainingError/tensor(_:)``.
  public func advance() throws(TrainingError) -> Float? {
    guard step < settings.steps else {
      if !isFinished { try recalibrate() }
      return nil
    }
    do throws(TensorError) {
      tape.reset()
      tape.mode = .training
      tape.recordsGradients = true
      tape.layerNormShare = settings.layerNormShare(atStep: step)
      learner.parameters.zeroGradients()
      let loss = try learner.loss(.train, samples(step), on: tape)
      let value = tape.scalar(loss)
      guard value.isFinite else { throw .notFinite(name: "loss", index: step) }
      tape.backward(from: loss)
      try optimizer.step(learner.parameters, workers: tape.workers)
      return value
    } catch {
      if case .notFinite = error { throw .diverged(step: step) }
      throw .tensor(error)
    }
  }

  private func samples(_ step: Int) -> Range<Int> {
    (step * settings.batch)..<((step + 1) * settings.batch)
  }

  /// Sets the statistics of batch normalisations to those of the trained weights.
  private func recalibrate() throws(TrainingError) {
    let running = learner.normalizations.compactMap(\.running)
    for statistics in running { statistics.reset(in: learner.parameters) }
    if !running.isEmpty {
      tape.layerNormShare = 0
      tape.mode = .recalibration
      tape.recordsGradients = false
      for batch in 0..<settings.recalibrationBatches {
        tape.reset()
        do throws(TensorError) {
          _ = try learner.loss(.train, samples(settings.steps + batch), on: tape)
        } catch {
          throw .tensor(error)
        }
      }
      tape.reset()
    }
    tape.mode = .inference
    isFinished = true
  }

  /// Takes the state.
  ///
  /// - Returns: A checkpoint: with the optimiser's state as long as there's a step or the recalibration to do, then
  ///   with the parameters alone.
  public func checkpoint() -> Checkpoint<Float> {
    var metadata = learner.identity.merging(settings.identity) { first, _ in first }
    metadata[Self.stepKey] = "\(step)"
    metadata["training.hash"] = settings.hash(with: learner.identity)
    return Checkpoint(
      parameters: learner.parameters,
      optimizer: isFinished ? nil : optimizer,
      seed: settings.seed,
      metadata: metadata
    )
  }
}

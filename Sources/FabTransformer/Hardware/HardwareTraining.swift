import FabOperators
public import FabTensor

/// A deployed network that is trained on with operators of hardware in its forward passes.
///
/// > Source: Perovskite computing units, hardware-aware offline fine-tuning: build a codebook, replace operators, fine-tune
/// > with a bypass branch.
public final class HardwareTraining<Student: Learner> {
  /// What it's trained for.
  public let mode: FineTuningMode
  private let run: TrainingRun<Student>
  private let model: HardwareModel
  private let dieSeed: UInt64

  /// Begins.
  ///
  /// - Parameters:
  ///   - learner: The deployed network; its parameters are changed.
  ///   - mode: What it's trained for.
  ///   - model: Which operator does what.
  ///   - dieSeed: The seed of the die; of a population that of the dies.
  ///   - settings: How it's trained.
  ///   - workers: How many threads are used.
  /// - Throws: ``HardwareError``.
  public init(
    _ learner: Student,
    _ mode: FineTuningMode,
    _ model: HardwareModel,
    dieSeed: UInt64,
    settings: TrainingSettings,
    workers: Workers
  ) throws(HardwareError) {
    self.mode = mode
    self.model = model
    self.dieSeed = dieSeed
    do throws(TrainingError) {
      run = try TrainingRun(learner, settings: settings, workers: workers)
    } catch {
      throw .training(error)
    }
  }

  /// How a network is fine-tuned: as it was trained, with a rate of its own, for so many steps.
  ///
  /// - Parameters:
  ///   - steps: The steps.
  ///   - rate: The highest learning rate.
  ///   - seed: The seed of the samples.
  /// - Returns: The settings.
  public static func settings(steps: Int, rate: Double, seed: UInt64) -> TrainingSettings {
    TrainingSettings(
      steps: steps,
      peakRate: rate,
      warmUpSteps: min(steps / 10, 50),
      seed: seed
    )
  }

  /// The steps done.
  public var step: Int { run.step }

  /// Does a step.
  ///
  /// - Returns: The loss; `nil` when there is nothing left to do.
  /// - Throws: ``HardwareError``.
  public func advance() throws(HardwareError) -> Float? {
    if run.step < run.settings.steps {
      // Drawn anew for the weights that it has come to: what cells err by is a share of the largest of them.
      let used = try HardwareDie(model, run.learner.parameters, seed: seed(ofStep: run.step))
      used.restart(pass: UInt64(run.step) + 1)
      run.tape.execution = used.execution(gradients: mode == .withoutBypass ? .none : .bypass)
    }
    do throws(TrainingError) {
      return try run.advance()
    } catch {
      throw .training(error)
    }
  }

  /// Dies that a network is tested on have small seeds; those of a population's steps have none in common with them.
  private func seed(ofStep step: Int) -> UInt64 {
    mode == .population ? (1 << 60) &+ (dieSeed << 32) &+ UInt64(step) : dieSeed
  }
}

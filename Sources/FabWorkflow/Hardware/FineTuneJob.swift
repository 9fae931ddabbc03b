public import FabDiagnostics
import FabHash
import FabTasks
import FabTensor
import FabTransformer
import Foundation

/// What `transformer fine-tune` does: train a network on with what hardware makes of its operators, and say what that helps.
public struct FineTuneJob {
  private let request: FineTuneRequest
  private let files: SharedFiles
  private let progress: (Double, String) -> Void

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - files: The files that come with the tool.
  ///   - progress: Called after each step with the share that is done and what is being done.
  public init(
    request: FineTuneRequest,
    files: SharedFiles,
    progress: @escaping (Double, String) -> Void
  ) {
    self.request = request
    self.files = files
    self.progress = progress
  }

  /// How far seeds of other dies are from those that networks are tuned for [ours].
  static let otherDie: UInt64 = 1_000_000

  /// Tunes and tests.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if a file can't be read or written, the codebook is of another make, or the training diverges.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let choice = OutputChoice(svg: request.svg, replaces: request.replaces)
    try choice.check()
    if let output = request.output {
      try SingleFile(path: output).checkFree(replaces: request.replaces)
    }
    let network = try TrainedNetwork(path: files.checkpoint(request.checkpoint))
    let workers = Workers(max(1, ProcessInfo.processInfo.activeProcessorCount))
    let bench = try HardwareBench(network, request.hardware, workers: workers)
    var tuned: TrainedNetwork.Learner?
    var report: FineTuneReport
    do throws(HardwareError) {
      (report, tuned) = try tune(bench)
    } catch {
      throw error.diagnostic(codebook: request.hardware.codebook, checkpoint: network.path)
    }
    var text = FineTuneText(report: report, bench: bench).text
    if let output = request.output, let tuned {
      try SingleFile(path: output)
        .write(checkpoint(tuned, bench).encoded(), replaces: request.replaces)
      report.output = output
      text += "wrote \(output)\n"
    }
    text += try choice.write(svg: { FineTunePicture(report).svg }, csv: { [] })
    return CommandOutput(text: text, json: JSONText.encode(report), messages: bench.messages)
  }

  private func tune(
    _ bench: HardwareBench
  ) throws(HardwareError) -> (FineTuneReport, TrainedNetwork.Learner?) {
    progress(0, "baseline")
    let baseline = try accuracy(bench, nil)
    let curveBaseline = request.curveCount > 0 ? try curveAccuracy(bench.deployed, bench, nil) : nil
    var first: TrainedNetwork.Learner?
    var results: [FineTuneReport.Result] = []
    let works = request.hardware.dies.count * request.modes.count
    for die in request.hardware.dies {
      let before = try accuracy(bench, die)
      let other = die &+ Self.otherDie
      let otherBefore = try accuracy(bench, other)
      for mode in request.modes {
        let learner = bench.deployed.copy
        let share = Double(results.count) / Double(works)
        let curve = try tune(learner, bench, mode, die, request.steps, measures: true) { step in
          let part = Double(step) / Double(request.steps + request.dieSteps)
          progress(share + part / Double(works), "\(mode.title), die \(die), step \(step)")
        }
        if first == nil { first = learner.copy }
        let after = bench.with(learner)
        let (afterPercent, otherPercent) = (try accuracy(after, die), try accuracy(after, other))
        let ideal = try accuracy(after, nil)
        // What a lab can do for each die it ships: a short tuning from these weights.
        if request.dieSteps > 0 {
          _ = try tune(learner, after, .die, other, request.dieSteps, measures: false) { step in
            let part = Double(request.steps + step) / Double(request.steps + request.dieSteps)
            progress(share + part / Double(works), "\(mode.title), then die \(other), step \(step)")
          }
        }
        let stepped = bench.with(learner)
        results.append(
          FineTuneReport.Result(
            mode: mode.rawValue,
            die: die,
            otherDie: other,
            beforePercent: before,
            afterPercent: afterPercent,
            otherDieBeforePercent: otherBefore,
            otherDiePercent: otherPercent,
            otherDieStepPercent: try accuracy(stepped, other),
            idealAfterPercent: ideal,
            curve: curve
          )
        )
      }
    }
    return (report(bench, (baseline, curveBaseline), results), first)
  }

  private func report(
    _ bench: HardwareBench,
    _ baseline: (test: Double, curve: Double?),
    _ results: [FineTuneReport.Result]
  ) -> FineTuneReport {
    let network = EvaluationReport(of: bench.network)
    return FineTuneReport(
      checkpoint: network.checkpoint,
      checkpointHash: network.checkpointHash,
      network: network.network,
      modality: network.modality,
      hardware: bench.summary,
      baselinePercent: baseline.test,
      curveBaselinePercent: baseline.curve,
      count: request.count,
      steps: request.steps,
      rate: request.rate,
      dieSteps: request.dieSteps,
      output: nil,
      results: results,
      summary: request.modes.map { mode in
        let found = results.filter { $0.mode == mode.rawValue }
        let after = FineTuneReport.Mean(found.map(\.afterPercent))
        return FineTuneReport.Summary(
          mode: mode.rawValue,
          dies: found.count,
          before: FineTuneReport.Mean(found.map(\.beforePercent)),
          after: after,
          otherDie: FineTuneReport.Mean(found.map(\.otherDiePercent)),
          otherDieStep: FineTuneReport.Mean(found.map(\.otherDieStepPercent)),
          belowBaselinePoints: baseline.test - after.meanPercent
        )
      },
      paper: FineTuneReport.paper(isTracking: network.modality != nil)
    )
  }

  /// Trains on, and returns the accuracy on the die along the way where it's measured.
  private func tune(
    _ learner: TrainedNetwork.Learner,
    _ bench: HardwareBench,
    _ mode: FineTuningMode,
    _ die: UInt64,
    _ steps: Int,
    measures: Bool,
    _ report: (Int) -> Void
  ) throws(HardwareError) -> [FineTuneReport.Point] {
    let model = try bench.model(request.hardware.settings(.spread))
    let settings = HardwareTraining<SceneLearner>
      .settings(steps: steps, rate: request.rate, seed: bench.network.checkpoint.seed)
    var points: [FineTuneReport.Point] = []
    func measure(_ step: Int, _ loss: Double?) throws(HardwareError) {
      guard measures, request.curveCount > 0 else { return }
      let used = try HardwareDie(model, learner.parameters, seed: die)
      points.append(
        FineTuneReport.Point(
          step: step,
          accuracyPercent: try curveAccuracy(learner, bench, used),
          loss: loss
        )
      )
    }
    let every = max(1, steps / Self.curvePoints)
    try measure(0, nil)
    var (sum, count) = (0.0, 0)
    try learner.fineTune(
      mode,
      model,
      die: die,
      settings: settings,
      workers: bench.workers
    ) { step, loss throws(HardwareError) in
      sum += Double(loss)
      count += 1
      report(step)
      guard step % every == 0 || step == steps else { return }
      try measure(step, sum / Double(count))
      (sum, count) = (0, 0)
    }
    return points
  }

  /// The accuracy of the samples of a curve, on a die or in numbers.
  private func curveAccuracy(
    _ learner: TrainedNetwork.Learner,
    _ bench: HardwareBench,
    _ die: HardwareDie?
  ) throws(HardwareError) -> Double {
    let test = NetworkTest(
      learner: learner,
      count: request.curveCount,
      seed: nil,
      workers: bench.workers,
      split: .validation
    )
    return try training { () throws(TrainingError) in
      try test.result("", on: die).accuracyPercent ?? .nan
    }
  }

  /// Points of a curve after its start.
  private static let curvePoints = 10

  /// The accuracy on a die, or in numbers.
  private func accuracy(_ bench: HardwareBench, _ die: UInt64?) throws(HardwareError) -> Double {
    let drawn: HardwareDie?
    if let die {
      drawn = try bench.die(request.hardware.settings(.spread), seed: die)
    } else {
      drawn = nil
    }
    let test = NetworkTest(
      learner: bench.deployed,
      count: request.count,
      seed: nil,
      workers: bench.workers
    )
    return try training { () throws(TrainingError) in
      try test.result("", on: drawn).accuracyPercent ?? .nan
    }
  }

  private func training<Value>(
    _ body: () throws(TrainingError) -> Value
  ) throws(HardwareError) -> Value {
    try HardwareEvaluationJob.training(body)
  }

  private func checkpoint(
    _ tuned: TrainedNetwork.Learner,
    _ bench: HardwareBench
  ) -> Checkpoint<Float> {
    let origin = HardwareOrigin(
      bench,
      request.modes[0],
      die: request.hardware.firstDie
    )
    let tuning = [
      "hardware.steps": "\(request.steps)", "hardware.rate": "\(request.rate)",
      "hardware.checkpoint": bench.network.hash.hexadecimal,
    ]
    return Checkpoint(
      parameters: tuned.parameters,
      seed: bench.network.checkpoint.seed,
      metadata: bench.network.checkpoint.metadata
        .merging(origin.metadata) { $1 }
        .merging(bench.ranges.metadata) { $1 }
        .merging(tuning) { $1 }
    )
  }
}

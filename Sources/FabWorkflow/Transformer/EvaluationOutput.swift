import FabDiagnostics
import FabHash
import FabTasks
import FabTensor
import FabTransformer

/// Tests a trained network on samples that it never saw, and says how well it does.
struct EvaluationOutput {
  let network: TrainedNetwork
  let count: Int
  /// The seed of the samples; `nil` for that of the training.
  let seed: UInt64?
  let workers: Workers
  /// What is said before.
  var heading = ""

  /// The way to compute without errors of hardware.
  private static let ideal = "ideal"

  func output() throws(DiagnosticError) -> CommandOutput {
    let report: EvaluationReport
    do throws(TrainingError) {
      report = try self.report()
    } catch {
      throw DiagnosticError(error.diagnostic(file: network.path))
    }
    return CommandOutput(
      text: heading + text(report),
      json: JSONText.encode(report),
      messages: network.remarks,
      isClean: true
    )
  }

  private func report() throws(TrainingError) -> EvaluationReport {
    let checkpoint = network.checkpoint
    var report = EvaluationReport(
      checkpoint: network.path,
      checkpointHash: network.hash.hexadecimal,
      network: "",
      modality: nil,
      difficulty: "",
      trainingSeed: checkpoint.seed,
      trainingSteps: checkpoint.step,
      isFinished: checkpoint.isFinished,
      parameters: 0,
      split: DataSplit.test.name,
      results: []
    )
    switch network.learner {
    case .scenes(let learner):
      report.network = SceneLearner.name
      report.difficulty = learner.difficulty
      report.parameters = learner.parameters.trainedCount
      let tape = Tape(parameters: learner.parameters, workers: workers, mode: .inference)
      let task = try attempt { () throws(TaskError) in
        try SceneTask(difficulty: learner.task.difficulty, seed: seed ?? learner.task.seed)
      }
      let evaluation = try learner.evaluate(task, .test, 0..<count, on: tape)
      report.results = [result(evaluation, seed: task.seed)]
    case .tracking(let learner):
      report.network = TrackingLearner.name
      report.modality = learner.network.modality.rawValue
      report.difficulty = learner.difficulty
      report.parameters = learner.parameters.trainedCount
      let tape = Tape(parameters: learner.parameters, workers: workers, mode: .inference)
      let task = try attempt { () throws(TaskError) in
        try TrackingTask(difficulty: learner.task.difficulty, seed: seed ?? learner.task.seed)
      }
      let found = try learner.predictions(task, .test, 0..<count, on: tape)
      var figures = result(found.evaluation, seed: task.seed)
      let score = try attempt { () throws(TaskError) in try found.score }
      figures.normalizedPrecisionPercent = 100 * score.normalizedPrecision
      figures.successPercent = 100 * score.success
      report.results = [figures]
    }
    return report
  }

  private func attempt<Value>(
    _ body: () throws(TaskError) -> Value
  ) throws(TrainingError) -> Value {
    do throws(TaskError) {
      return try body()
    } catch {
      throw .task(error)
    }
  }

  private func result(_ evaluation: Evaluation, seed: UInt64) -> EvaluationReport.Result {
    let total = EvaluationReport.Group(evaluation.total)
    return EvaluationReport.Result(
      mode: Self.ideal,
      seed: seed,
      accuracyPercent: total.accuracyPercent,
      lowPercent: total.lowPercent,
      highPercent: total.highPercent,
      count: total.count,
      groups: evaluation.groups.filter { $0.count > 0 }.map(EvaluationReport.Group.init)
    )
  }

  private func text(_ report: EvaluationReport) -> String {
    var text =
      "\(network.title), \(report.parameters) parameters, \(report.trainingSteps) steps from seed "
      + "\(report.trainingSeed), checkpoint \(network.hash.short)\n\n"
    for result in report.results {
      let noun = report.modality == nil ? "questions" : "pairs"
      let right = report.modality == nil ? "right/%" : "within 4 px/%"
      var table = TextTable([
        (noun, .left), ("count", .right), (right, .right), ("95 % interval", .right),
      ])
      for group in result.groups { table.rows.append(row(group)) }
      table.rows.append([
        "all", "\(result.count)", percent(result.accuracyPercent),
        "\(percent(result.lowPercent)) … \(percent(result.highPercent))",
      ])
      text += "\(result.mode), test split of seed \(result.seed)\n" + table.text
      if let success = result.successPercent {
        text +=
          "normalised precision \(percent(result.normalizedPrecisionPercent)) %, "
          + "success \(percent(success)) %\n"
      }
    }
    return text
  }

  private func row(_ group: EvaluationReport.Group) -> [String] {
    [
      group.name, "\(group.count)", percent(group.accuracyPercent),
      "\(percent(group.lowPercent)) … \(percent(group.highPercent))",
    ]
  }

  private func percent(_ value: Double?) -> String {
    value.map { LayoutText.decimals($0, 1) } ?? "-"
  }
}

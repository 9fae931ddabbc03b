import FabDiagnostics
import FabHash
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
    var report = EvaluationReport(of: network)
    report.results = [
      try NetworkTest(learner: network.learner, count: count, seed: seed, workers: workers).result()
    ]
    return report
  }

  private func text(_ report: EvaluationReport) -> String {
    var text =
      "\(network.title), \(report.parameters) parameters, \(report.trainingSteps) steps from seed "
      + "\(report.trainingSeed), checkpoint \(network.hash.short)\n\n"
    for result in report.results {
      let (noun, right) = (report.noun, report.rightTitle)
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

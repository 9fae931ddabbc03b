public import FabDiagnostics
import FabNumerics
import FabOperators
import FabTensor
import FabTransformer
import Foundation

/// What `transformer evaluate --codebook` does: run a trained network by a codebook, and say how accurate it then is.
public struct HardwareEvaluationJob {
  private let checkpoint: String
  private let request: HardwareRequest
  private let choices: HardwareEvaluationChoices
  private let files: SharedFiles
  private let progress: (Double, String) -> Void

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - checkpoint: A checkpoint: a file, or the name of one that comes with the tool.
  ///   - request: On which hardware it runs.
  ///   - choices: What is evaluated.
  ///   - files: The files that come with the tool.
  ///   - progress: Called with the share that is done and what comes next.
  public init(
    checkpoint: String,
    request: HardwareRequest,
    choices: HardwareEvaluationChoices,
    files: SharedFiles,
    progress: @escaping (Double, String) -> Void
  ) {
    self.checkpoint = checkpoint
    self.request = request
    self.choices = choices
    self.files = files
    self.progress = progress
  }

  /// One way to compute on some dies.
  private struct Task {
    var mode: String
    var settings: HardwareSettings
    var dies: [UInt64]
    var operators: [String]?
  }

  /// Evaluates.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if a file can't be read, the codebook is of another make or lacks an operator, or a
  ///   result isn't a number.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let output = OutputChoice(svg: choices.svg, replaces: choices.replaces)
    try output.check()
    let network = try TrainedNetwork(path: files.checkpoint(checkpoint))
    let workers = Workers(max(1, ProcessInfo.processInfo.activeProcessorCount))
    let bench = try HardwareBench(network, request, workers: workers)
    var report = EvaluationReport(of: network)
    do throws(HardwareError) {
      try evaluate(bench, &report)
    } catch {
      throw error.diagnostic(codebook: request.codebook, checkpoint: network.path)
    }
    var text = HardwareEvaluationText(report: report, bench: bench).text
    text += try output.write(
      svg: { FeatureErrorPicture(report).svg },
      csv: { [] }
    )
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: bench.messages
    )
  }

  private var tasks: [Task] {
    var tasks = [
      Task(mode: "mean", settings: request.settings(.mean), dies: [request.firstDie]),
      Task(mode: "spread", settings: request.settings(.spread), dies: request.dies),
    ]
    guard choices.isAblation else { return tasks }
    for one in HardwareOperator.allCases where request.operators.contains(one) {
      tasks.append(
        Task(
          mode: "spread",
          settings: request.settings(.spread, operators: [one]),
          dies: request.dies,
          operators: [one.rawValue]
        )
      )
    }
    return tasks
  }

  private func evaluate(
    _ bench: HardwareBench,
    _ report: inout EvaluationReport
  ) throws(HardwareError) {
    let test = NetworkTest(
      learner: bench.deployed,
      count: choices.count,
      seed: choices.seed,
      workers: bench.workers
    )
    if let layer = choices.circuit {
      let known = try bench.model(request.settings(.spread)).layers
      guard known.contains(layer) else { throw .unknownLayer(name: layer, known: known) }
    }
    report.hardware = bench.summary
    let all = tasks.reduce(1) { $0 + $1.dies.count }
    var done = 0
    progress(0, NetworkTest.ideal)
    report.results = [try Self.training { () throws(TrainingError) in try test.result() }]
    var summaries: [EvaluationReport.Summary] = []
    var features: [EvaluationReport.Feature] = []
    var outside: [EvaluationReport.Outside] = []
    for task in tasks {
      let model = try bench.model(task.settings)
      var shares: [Double] = []
      for seed in task.dies {
        done += 1
        progress(Double(done) / Double(all), "\(task.operators?.first ?? task.mode), die \(seed)")
        let die = try HardwareDie(model, bench.deployed.parameters, seed: seed)
        var result = try Self.training { () throws(TrainingError) in
          try test.result(task.mode, on: die)
        }
        if task.settings.depth == .mean { result.die = nil }
        result.operators = task.operators
        report.results.append(result)
        shares.append(result.accuracyPercent ?? .nan)
        guard task.operators == nil, seed == task.dies.first else { continue }
        outside += EvaluationReport.Outside.counts(of: die, mode: task.mode)
        features += try Self.features(bench, die, task.mode, choices.featureCount)
      }
      summaries.append(EvaluationReport.Summary(task.mode, task.operators, shares))
    }
    if let layer = choices.circuit {
      progress(1, "circuits of \(layer)")
      try solve(layer, bench, &report, &features, &summaries)
    }
    report.summary = summaries
    report.features = features
    report.outside = outside
  }

  /// Solves the circuits of one layer, and takes the same samples by the codebook beside it.
  private func solve(
    _ layer: String,
    _ bench: HardwareBench,
    _ report: inout EvaluationReport,
    _ features: inout [EvaluationReport.Feature],
    _ summaries: inout [EvaluationReport.Summary]
  ) throws(HardwareError) {
    let parameters = bench.deployed.parameters
    let identity = bench.codebook.identity
    guard let spread = StudyConditions.Spread(rawValue: identity.spread) else {
      throw .noCircuits(source: identity.source)
    }
    let source = try CircuitSource(of: bench.codebook, law: spread.law, lines: choices.lines)
    let test = NetworkTest(
      learner: bench.deployed,
      count: min(choices.count, choices.circuitCount),
      seed: choices.seed,
      workers: bench.workers
    )
    for mode in ["circuit, by the codebook", "circuit"] {
      let die = try bench.die(request.settings(.spread), seed: request.firstDie)
      if mode == "circuit" { try die.solve(layer, parameters, source: source) }
      let result = try Self.training { () throws(TrainingError) in
        try test.result(mode, on: die)
      }
      report.results.append(result)
      summaries.append(EvaluationReport.Summary(mode, nil, [result.accuracyPercent ?? .nan]))
      guard mode == "circuit" else { continue }
      features += try Self.features(bench, die, mode, test.count)
    }
  }

  private static func features(
    _ bench: HardwareBench,
    _ die: HardwareDie,
    _ mode: String,
    _ count: Int
  ) throws(HardwareError) -> [EvaluationReport.Feature] {
    let errors = try training { () throws(TrainingError) in
      try bench.deployed.features(on: die, samples: 0..<count, workers: bench.workers)
    }
    return errors.map { error in
      EvaluationReport.Feature(
        layer: error.layer,
        mode: mode,
        errorPercent: 100 * error.total,
        channelErrorsPercent: error.channels.map { 100 * $0 }
      )
    }
  }

  static func training<Value>(
    _ body: () throws(TrainingError) -> Value
  ) throws(HardwareError) -> Value {
    do throws(TrainingError) {
      return try body()
    } catch {
      throw .training(error)
    }
  }
}

extension EvaluationReport.Summary {
  /// Sums up the shares of several dies.
  init(_ mode: String, _ operators: [String]?, _ shares: [Double]) {
    let statistics = SampleStatistics(shares)
    let interval = statistics?.meanInterval()
    self.init(
      mode: mode,
      operators: operators,
      dies: shares.count,
      meanPercent: statistics?.mean ?? .nan,
      lowPercent: interval?.lowerBound,
      highPercent: interval?.upperBound,
      smallestPercent: statistics?.minimum ?? .nan,
      largestPercent: statistics?.maximum ?? .nan
    )
  }
}

extension EvaluationReport.Outside {
  /// What lay outside domains on a die, cells of weights included.
  static func counts(of die: HardwareDie, mode: String) -> [EvaluationReport.Outside] {
    var counts = die.counts.all.map { count in
      EvaluationReport.Outside(
        mode: mode,
        name: count.operation.rawValue,
        outside: count.outside,
        total: count.total,
        percent: count.total > 0 ? 100 * Double(count.outside) / Double(count.total) : 0
      )
    }
    if die.weightCount > 0 {
      counts.append(
        EvaluationReport.Outside(
          mode: mode,
          name: OperatorName.vmm.rawValue,
          outside: die.weightsOutside,
          total: die.weightCount,
          percent: 100 * Double(die.weightsOutside) / Double(die.weightCount)
        )
      )
    }
    return counts
  }
}

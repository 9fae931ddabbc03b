public import FabDiagnostics
import FabHash
import FabReports
import FabTasks
import FabTransformer

/// What `transformer attention` does: show where a trained network looks when it answers a question about a scene.
public struct TransformerAttentionJob {
  private let request: TransformerAttentionRequest
  private let files: SharedFiles

  /// Creates a job.
  public init(request: TransformerAttentionRequest, files: SharedFiles) {
    self.request = request
    self.files = files
  }

  /// The report: printed with `--json`.
  struct Report: Encodable {
    /// What one layer looks at.
    struct Layer: Encodable {
      var name: String
      var patches: [[Double]]
      var words: [Double]
    }

    var checkpoint: String
    var checkpointHash: String
    var sample: Int
    var question: [String]
    var answer: String
    var truth: String
    var layers: [Layer]
  }

  /// Answers the question and draws.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if the checkpoint can't be read or isn't of scenes, or the picture can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let output = OutputChoice(svg: request.svg, replaces: request.replaces)
    try output.check()
    guard request.sample >= 0 else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--sample"),
          "there is no sample \(request.sample); the first is 0"
        )
      )
    }
    let network = try TrainedNetwork(path: files.checkpoint(request.checkpoint))
    guard case .scenes(let learner) = network.learner else {
      throw DiagnosticError(
        Diagnostic(
          .unsupportedContent,
          at: .file(network.path),
          "the checkpoint is of tracking; where a network looks is drawn for questions about scenes",
          fixes: ["name a checkpoint of scenes"]
        )
      )
    }
    let sample = learner.task.sample(.test, request.sample)
    let maps: SceneAttention
    do throws(TrainingError) {
      maps = try SceneAttention(learner, sample)
    } catch {
      throw DiagnosticError(error.diagnostic(file: network.path))
    }
    let report = Report(
      checkpoint: network.path,
      checkpointHash: network.hash.hexadecimal,
      sample: request.sample,
      question: sample.question.words,
      answer: maps.answer,
      truth: sample.answerWord,
      layers: maps.layers.map { .init(name: $0.name, patches: $0.patches, words: $0.words) }
    )
    let picture = AttentionPicture(
      scene: sample.raster,
      question: sample.question.words,
      answer: maps.answer,
      truth: sample.answerWord,
      layers: maps.layers.map {
        AttentionLayer(name: $0.name, patches: $0.patches, words: $0.words)
      },
      subtitles: [
        "test sample \(request.sample) of seed \(learner.task.seed), \(learner.difficulty); "
          + "checkpoint \(network.hash.short); means over heads"
      ]
    )
    return CommandOutput(
      text: "\(sample.question.words.joined(separator: " "))?\n"
        + "answer \(maps.answer), truth \(sample.answerWord)\n"
        + (try output.write(svg: picture.svg, csv: { [] })),
      json: JSONText.encode(report),
      messages: network.remarks,
      isClean: true
    )
  }
}

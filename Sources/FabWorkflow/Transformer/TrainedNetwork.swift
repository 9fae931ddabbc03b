import FabDiagnostics
import FabHash
import FabTensor
import FabTransformer

/// A checkpoint of a file as a network that can be used.
struct TrainedNetwork {
  /// The networks that are trained here.
  enum Learner {
    case scenes(SceneLearner)
    case tracking(TrackingLearner)
  }

  let path: String
  let learner: Learner
  let checkpoint: Checkpoint<Float>
  let hash: ContentHash

  /// The largest checkpoint that is read: 256 MB.
  static let limit = 256_000_000

  /// Reads a checkpoint.
  ///
  /// - Throws: A ``DiagnosticError`` if it can't be read, or is of a network that isn't trained here.
  init(path: String) throws(DiagnosticError) {
    let bytes = try InputFile.bytes(at: path, limit: Self.limit)
    self.path = path
    hash = ContentHash(of: bytes)
    do throws(TrainingError) {
      let checkpoint = try Checkpoint<Float>.read(bytes)
      self.checkpoint = checkpoint
      switch checkpoint.metadata["network"] {
      case SceneLearner.name: learner = .scenes(try SceneLearner(checkpoint))
      case TrackingLearner.name: learner = .tracking(try TrackingLearner(checkpoint))
      case let other:
        throw .otherCheckpoint(
          key: "network",
          found: other,
          expected: "\(SceneLearner.name) or \(TrackingLearner.name)"
        )
      }
    } catch {
      throw DiagnosticError(error.diagnostic(file: path))
    }
  }

  /// The network in a few words.
  var title: String {
    switch learner {
    case .scenes(let learner): "scenes, difficulty \(learner.difficulty)"
    case .tracking(let learner):
      "tracking, \(learner.network.modality.rawValue), difficulty \(learner.difficulty)"
    }
  }

  /// A warning where the training hasn't come to an end.
  var remarks: [Diagnostic] {
    guard !checkpoint.isFinished else { return [] }
    return [
      Diagnostic(
        .unsupportedContent,
        severity: .warning,
        at: .file(path),
        "the training stopped after \(checkpoint.step) steps; its normalisations aren't recalibrated",
        fixes: ["go on with pcu-fab transformer train … --out \(path) --resume"]
      )
    ]
  }
}

public import FabTensor
public import FabTransformer

/// What `transformer train` is asked for.
public struct TransformerTrainRequest: Sendable {
  /// What is learned.
  public enum Task: Sendable {
    /// Questions about scenes.
    case scenes
    /// A target in a search region, by what is seen.
    case tracking(TrackingModality)
  }

  /// What is learned.
  public var task: Task
  /// The name of a difficulty.
  public var difficulty = "standard"
  /// The kind of all normalisations.
  public var normalization = Normalization<Float>.Kind.batch
  /// The steps; `nil` for as many as the task's own checkpoint has.
  public var steps: Int?
  /// The seed of weights and samples.
  public var seed: UInt64 = 1
  /// The checkpoint to write.
  public var output: String
  /// Whether an interrupted training goes on from the checkpoint.
  public var resumes = false
  /// Whether a checkpoint that is there may be replaced.
  public var replaces = false
  /// The samples of the test at the end.
  public var testCount = 4000

  /// Creates a request.
  public init(_ task: Task, output: String) {
    self.task = task
    self.output = output
  }

  /// How the network is trained.
  var settings: TrainingSettings {
    var settings =
      switch task {
      case .scenes: TrainingSettings.scenes(seed: seed)
      case .tracking: TrainingSettings.tracking(seed: seed)
      }
    if let steps { settings.steps = steps }
    return settings
  }
}

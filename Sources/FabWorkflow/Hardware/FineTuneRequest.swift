public import FabTransformer

/// What `transformer fine-tune` is asked for.
public struct FineTuneRequest: Sendable {
  /// A checkpoint: a file, or the name of one that comes with the tool.
  public var checkpoint: String
  /// On which hardware it's to run.
  public var hardware: HardwareRequest
  /// What it's tuned for, each from the same weights.
  public var modes = FineTuningMode.allCases
  /// The steps.
  public var steps = 600
  /// The highest learning rate.
  public var rate = 5e-4
  /// The steps on another die after that.
  public var dieSteps = 100
  /// The test samples.
  public var count = 4000
  /// The samples of each point of the curve.
  public var curveCount = 500
  /// The checkpoint to write, of the first mode and the first die; `nil` for none.
  public var output: String?
  /// The picture to write; `nil` for none.
  public var svg: String?
  /// Whether files may be replaced.
  public var replaces = false

  /// Creates a request.
  public init(checkpoint: String, hardware: HardwareRequest) {
    self.checkpoint = checkpoint
    self.hardware = hardware
  }
}

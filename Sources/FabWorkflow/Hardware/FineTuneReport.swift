import FabNumerics
import FabTransformer

/// What fine-tuning has come to: printed with `--json`.
struct FineTuneReport: Encodable {
  /// A place of a curve.
  struct Point: Encodable {
    var step: Int
    var accuracyPercent: Double
    var loss: Double?
  }

  /// One tuning.
  struct Result: Encodable {
    var mode: String
    var die: UInt64
    var otherDie: UInt64
    var beforePercent: Double
    var afterPercent: Double
    var otherDieBeforePercent: Double
    var otherDiePercent: Double
    var otherDieStepPercent: Double
    var idealAfterPercent: Double
    var curve: [Point]
  }

  /// A mean over dies with the ends of Student's 95 % interval; `nil` for one die.
  struct Mean: Encodable {
    var meanPercent: Double
    var lowPercent: Double?
    var highPercent: Double?

    init(_ values: [Double]) {
      let statistics = SampleStatistics(values)
      let interval = statistics?.meanInterval()
      meanPercent = statistics?.mean ?? .nan
      lowPercent = interval?.lowerBound
      highPercent = interval?.upperBound
    }
  }

  /// The tunings of one mode.
  struct Summary: Encodable {
    var mode: String
    var dies: Int
    var before: Mean
    var after: Mean
    var otherDie: Mean
    var otherDieStep: Mean
    /// How far the mean after tuning is below the baseline, in points.
    var belowBaselinePoints: Double
  }

  /// The published figures, which are of another task.
  struct Paper: Encodable {
    var task: String
    var baselinePercent: Double
    var uncorrectedPercent: Double?
    var withoutBypassPercent: Double?
    var hardwarePercent: Double
  }

  var checkpoint: String
  var checkpointHash: String
  var network: String
  var modality: String?
  var hardware: EvaluationReport.Hardware
  var baselinePercent: Double
  /// The baseline of the samples of the curves; `nil` where there are none.
  var curveBaselinePercent: Double?
  var count: Int
  var steps: Int
  var rate: Double
  var dieSteps: Int
  var output: String?
  var results: [Result]
  var summary: [Summary]
  var paper: [Paper]

  /// The published figures of a network's kind.
  static func paper(isTracking: Bool) -> [Paper] {
    guard isTracking else {
      let one = PublishedAccuracies.questions
      return [
        Paper(
          task: "CLEVR, MDETR, right answers",
          baselinePercent: one.baseline,
          uncorrectedPercent: one.uncorrected,
          withoutBypassPercent: one.withoutBypass,
          hardwarePercent: one.fineTuned
        )
      ]
    }
    let (precision, normalized) = (
      PublishedAccuracies.precision, PublishedAccuracies.normalizedPrecision
    )
    return [
      Paper(
        task: "LasHeR, TBSI, precision",
        baselinePercent: precision.baseline,
        hardwarePercent: precision.hardware
      ),
      Paper(
        task: "LasHeR, TBSI, normalised precision",
        baselinePercent: normalized.baseline,
        hardwarePercent: normalized.hardware
      ),
    ]
  }
}

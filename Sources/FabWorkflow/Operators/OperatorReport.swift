/// What became of one operator: printed with `--json` by `simulate operators` and `verify`.
public struct OperatorReport: Encodable, Sendable {
  /// The verdict on an operator.
  public enum Verdict: String, Encodable, Sendable {
    /// Within its limit.
    case pass
    /// Beyond its limit.
    case fail
    /// It has no limit; its figures are predictions.
    case noLimit
    /// The layout lacks the computing units for it.
    case notPlaced
    /// No unit works.
    case notWorking
  }

  /// The name.
  public var name: String
  /// The verdict.
  public var verdict: Verdict
  /// The number of computing units of one use.
  public var pcus: Int
  /// The number of units that were studied.
  public var units: Int
  /// How many of them don't work, for instance because a memristor couldn't be programmed.
  public var failedUnits: Int
  /// The mean of the relative errors in magnitude; absent where nothing was studied.
  public var meanRelativeErrorPercent: Double?
  /// The standard error of that mean over units.
  public var standardErrorPercent: Double?
  /// The median.
  public var medianRelativeErrorPercent: Double?
  /// The value that 95 % of the errors stay below.
  public var percentile95RelativeErrorPercent: Double?
  /// The signed mean.
  public var meanSignedErrorPercent: Double?
  /// The mean of the errors over full scale in magnitude.
  public var meanFullScaleErrorPercent: Double?
  /// The mean over units of each unit's largest error over full scale.
  public var meanMaximumFullScaleErrorPercent: Double?
  /// The standard deviation of means of ten units, as the paper takes them.
  public var tenUnitSpreadPercent: Double?
  /// The mean relative error that the paper states; absent where it states none.
  public var paperPercent: Double?
  /// The limit; absent where there is none.
  public var limitPercent: Double?
  /// What is held against the limit.
  public var limitMetric: String
  /// How many times the operator fits on the layout; absent without a layout.
  public var placements: Int?
  /// On how many of these its mean relative error is within the limit; absent without one, or where something else is limited.
  public var placementsWithinLimit: Int?
  /// The sites of the placement that errs least.
  public var bestPlacement: [String]?
  /// Its mean relative error.
  public var bestPlacementPercent: Double?
  /// The sites of the placement that errs most.
  public var worstPlacement: [String]?
  /// Its mean relative error.
  public var worstPlacementPercent: Double?
  /// By how much a bench of nominal units changes with amplifiers of the gain that was asked for.
  public var amplifierGainChangePercent: Double?
  /// Why nothing was studied.
  public var reason: String?
  /// Mean relative errors by region, `[second][first]`; `null` where nothing fell into it.
  public var regions: Regions?

  /// Errors by region of the inputs.
  public struct Regions: Encodable, Sendable {
    /// The lower and upper end of the first coordinate.
    public var first: [Double]
    /// The lower and upper end of the second coordinate; equal where one says it all.
    public var second: [Double]
    /// The mean relative errors.
    public var meanRelativeErrorPercent: [[Double?]]
  }
}

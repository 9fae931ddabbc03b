/// What `simulate iv --fit` found: printed with `--json`.
public struct IVFitReport: Encodable, Sendable {
  /// The measured file.
  public var file: String
  /// The SHA-256 of the measured file.
  public var fileSha256: String
  /// The points that the file has.
  public var points: Int
  /// The rows of the file that gave no point.
  public var refusedRows: Int
  /// The temperature of the measurement.
  public var temperatureKelvin: Double
  /// The area of the diode.
  public var areaMm2: Double
  /// The smallest current that counts.
  public var resolutionAmpere: Double
  /// The probability with which the intervals cover the truth.
  public var confidence: Double
  /// The fits of the directions of the sweep that have points enough, rising first.
  public var branches: [Branch]
  /// How far the directions differ; absent where there's only one.
  public var hysteresis: Hysteresis?

  /// The fit of one direction.
  public struct Branch: Encodable, Sendable {
    /// `rising` or `falling`.
    public var branch: String
    /// The points used.
    public var points: Int
    /// Saturation current.
    public var saturationCurrentAmpere: Estimate
    /// Ideality factor.
    public var ideality: Estimate
    /// Series resistance; absent where the curve doesn't bend enough to tell it from zero.
    public var seriesResistanceOhm: Estimate?
    /// Shunt resistance; absent where the curve doesn't leak enough to tell it from infinity.
    public var shuntResistanceOhm: Estimate?
    /// The share of the variance of `log |I|` that the law explains.
    public var rSquared: Double
    /// The scatter of the points about the law.
    public var scatterDecades: Double
    /// Whether the diode law describes the curve: `rSquared` at least 0.995.
    public var isDiode: Bool
    /// The points left out, by reason.
    public var excluded: [Exclusion]
  }

  /// A value with its confidence interval, in the unit of its key.
  public struct Estimate: Encodable, Sendable {
    /// The best value.
    public var value: Double
    /// The lower end of the interval.
    public var low: Double
    /// The upper end of the interval.
    public var high: Double
  }

  /// Points left out for one reason.
  public struct Exclusion: Encodable, Sendable {
    /// The reason.
    public var reason: String
    /// The lines of the file on which they stand.
    public var lines: [Int]
  }

  /// The distance of the rising from the falling branch at equal voltages.
  public struct Hysteresis: Encodable, Sendable {
    /// The mean magnitude, in decades of current.
    public var meanDecades: Double
    /// The largest magnitude, in decades of current.
    public var largestDecades: Double
    /// Where it is largest.
    public var largestAtVolt: Double
    /// The mean beyond which a curve counts as having hysteresis.
    public var limitDecades: Double
    /// Whether the mean exceeds the limit.
    public var isPresent: Bool
  }
}

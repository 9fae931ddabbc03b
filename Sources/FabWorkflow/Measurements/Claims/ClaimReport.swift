/// What `measure claim` found: printed with `--json`.
public struct ClaimReport: Encodable, Sendable {
  /// The distance of the spectrum's points.
  public var stepNm: Double
  /// The standard deviation of its absorbance.
  public var noiseAbsorbance: Double
  /// The distance of the scan's points.
  public var stepDeg: Double
  /// The counts of the reflection at its top.
  public var peakCounts: Double
  /// How often noise was drawn.
  public var draws: Int
  /// The probability of intervals and tests.
  public var confidence: Double
  /// The claims by method.
  public var claims: [Claim]

  /// A claim, read by one method.
  public struct Claim: Encodable, Sendable {
    /// What is claimed.
    public var quantity: String
    /// The unit of all deviations.
    public var unit: String
    /// The published standard deviation over a wafer.
    public var claimedDeviation: Double
    /// The method.
    public var method: String
    /// The standard deviation that noise alone gives.
    public var noiseDeviation: Double
    /// What so many sites can say.
    public var rows: [Row]
  }

  /// What some number of sites can say.
  public struct Row: Encodable, Sendable {
    /// The sites.
    public var sites: Int
    /// The lower end of the interval of the true deviation, should so many sites give the claimed one.
    public var trueDeviationLow: Double
    /// Its upper end.
    public var trueDeviationHigh: Double
    /// The deviation that noise alone stays below with the stated probability.
    public var noiseLimit: Double
    /// `noise`, `loose` or `resolved`.
    public var verdict: String
  }
}

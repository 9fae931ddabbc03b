/// Limits of a control chart, frozen.
public struct ControlLimitsEntry: StoreEntry {
  /// The table.
  public static let table = "control_limits"
  /// What people call one of them.
  public static let noun = "control limits"
  /// What makes it unique.
  public static let key = ["id"]
  /// Its properties in order.
  public static let fields = [
    EntryField("id", .integer),
    EntryField("characteristic", .text),
    EntryField("component", .text),
    EntryField("statistic", .text),
    EntryField("chart", .text),
    EntryField("version", .integer),
    EntryField("limits", .json),
    EntryField("baselineN", .integer),
    EntryField("baseline", .json),
    EntryField("frozenAt", .time),
    EntryField("frozenBy", .text),
    EntryField("reason", .text, isOptional: true),
  ]

  /// Their number.
  public var id: Int64
  /// What is charted.
  public var characteristic: String
  /// Of which component; empty for films and PCUs.
  public var component: String
  /// Of which figure of a set, for instance `mean` or `sd`.
  public var statistic: String
  /// The kind of chart.
  public var chart: String
  /// Counts the limits of that chart.
  public var version: Int
  /// The limits with their parameters.
  public var limits: JSONValue
  /// How many points they come from.
  public var baselineN: Int
  /// Those measurement sets.
  public var baseline: JSONValue
  /// When.
  public var frozenAt: UTCTime
  /// By whom.
  public var frozenBy: String
  /// Why anew.
  public var reason: String?

  /// Creates an entry.
  public init(
    id: Int64,
    characteristic: String,
    component: String,
    statistic: String,
    chart: String,
    version: Int,
    limits: JSONValue,
    baselineN: Int,
    baseline: JSONValue,
    frozenAt: UTCTime,
    frozenBy: String,
    reason: String? = nil
  ) {
    self.id = id
    self.characteristic = characteristic
    self.component = component
    self.statistic = statistic
    self.chart = chart
    self.version = version
    self.limits = limits
    self.baselineN = baselineN
    self.baseline = baseline
    self.frozenAt = frozenAt
    self.frozenBy = frozenBy
    self.reason = reason
  }
}

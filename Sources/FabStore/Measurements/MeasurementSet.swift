/// Values of one characteristic on one wafer, taken at one time.
public struct MeasurementSet: StoreEntry {
  /// The table.
  public static let table = "measurement_set"
  /// What people call one of them.
  public static let noun = "measurement set"
  /// What makes it unique.
  public static let key = ["id"]
  /// Its properties in order.
  public static let fields = [
    EntryField("id", .integer),
    EntryField("wafer", .text),
    EntryField("characteristic", .text),
    EntryField("component", .text),
    EntryField("run", .text, isOptional: true),
    EntryField("seq", .integer, isOptional: true),
    EntryField("equipment", .text, isOptional: true),
    EntryField("plan", .text, isOptional: true),
    EntryField("measuredAt", .time),
    EntryField("operatorName", .text),
    EntryField("import", .integer, isOptional: true),
    EntryField("supersedes", .integer, isOptional: true),
    EntryField("generated", .integer),
    EntryField("n", .integer),
    EntryField("missing", .integer),
    EntryField("mean", .number, isOptional: true),
    EntryField("m2", .number, isOptional: true),
    EntryField("low", .number, isOptional: true),
    EntryField("high", .number, isOptional: true),
    EntryField("digest", .integer),
  ]

  /// Its number.
  public var id: Int64
  /// The wafer.
  public var wafer: String
  /// What was measured.
  public var characteristic: String
  /// On which component of each PCU; empty for films and whole PCUs.
  public var component: String
  /// After which run.
  public var run: String?
  /// After which of its steps.
  public var seq: Int?
  /// The instrument.
  public var equipment: String?
  /// The sampling plan.
  public var plan: String?
  /// When.
  public var measuredAt: UTCTime
  /// By whom.
  public var operatorName: String
  /// The import that it came with.
  public var `import`: Int64?
  /// The set that it corrects.
  public var supersedes: Int64?
  /// 1 if the values were computed and not measured.
  public var generated: Int
  /// How many values there are.
  public var n: Int
  /// How many sites have none.
  public var missing: Int
  /// Their mean.
  public var mean: Double?
  /// The sum of the squares of their deviations from the mean.
  public var m2: Double?
  /// The smallest.
  public var low: Double?
  /// The largest.
  public var high: Double?
  /// CRC-32 of the values.
  public var digest: Int64

  /// Creates an entry.
  public init(
    id: Int64,
    wafer: String,
    characteristic: String,
    component: String,
    run: String? = nil,
    seq: Int? = nil,
    equipment: String? = nil,
    plan: String? = nil,
    measuredAt: UTCTime,
    operatorName: String,
    `import`: Int64? = nil,
    supersedes: Int64? = nil,
    generated: Int,
    n: Int,
    missing: Int,
    mean: Double? = nil,
    m2: Double? = nil,
    low: Double? = nil,
    high: Double? = nil,
    digest: Int64
  ) {
    self.id = id
    self.wafer = wafer
    self.characteristic = characteristic
    self.component = component
    self.run = run
    self.seq = seq
    self.equipment = equipment
    self.plan = plan
    self.measuredAt = measuredAt
    self.operatorName = operatorName
    self.`import` = `import`
    self.supersedes = supersedes
    self.generated = generated
    self.n = n
    self.missing = missing
    self.mean = mean
    self.m2 = m2
    self.low = low
    self.high = high
    self.digest = digest
  }
}

extension MeasurementSet {
  /// The standard deviation with n - 1; `nil` for fewer than two values.
  public var standardDeviation: Double? {
    guard n > 1, let m2 else { return nil }
    return (m2 / Double(n - 1)).squareRoot()
  }
}

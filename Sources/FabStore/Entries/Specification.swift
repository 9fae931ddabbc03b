/// What values are accepted.
public struct Specification: StoreEntry {
  /// The table.
  public static let table = "spec"
  /// What people call one of them.
  public static let noun = "specification"
  /// What makes it unique.
  public static let key = ["characteristic", "version"]
  /// Its properties in order.
  public static let fields = [
    EntryField("characteristic", .text),
    EntryField("version", .integer),
    EntryField("lower", .number, isOptional: true),
    EntryField("target", .number, isOptional: true),
    EntryField("upper", .number, isOptional: true),
    EntryField("validFrom", .time),
    EntryField("source", .text),
  ]

  /// The characteristic.
  public var characteristic: String
  /// Counts its specifications.
  public var version: Int
  /// The lowest value.
  public var lower: Double?
  /// The best value.
  public var target: Double?
  /// The highest value.
  public var upper: Double?
  /// From when it holds.
  public var validFrom: UTCTime
  /// Who decided it, or where it stands.
  public var source: String

  /// Creates an entry.
  public init(
    characteristic: String,
    version: Int,
    lower: Double? = nil,
    target: Double? = nil,
    upper: Double? = nil,
    validFrom: UTCTime,
    source: String
  ) {
    self.characteristic = characteristic
    self.version = version
    self.lower = lower
    self.target = target
    self.upper = upper
    self.validFrom = validFrom
    self.source = source
  }
}

/// A factor that makes an instrument tell the truth; the newest that is valid counts.
public struct Calibration: StoreEntry {
  /// The table.
  public static let table = "calibration"
  /// What people call one of them.
  public static let noun = "calibration"
  /// What makes it unique.
  public static let key = ["equipment", "kind", "material", "validFrom"]
  /// Its properties in order.
  public static let fields = [
    EntryField("equipment", .text),
    EntryField("kind", .text),
    EntryField("material", .text),
    EntryField("validFrom", .time),
    EntryField("value", .number),
    EntryField("previous", .number, isOptional: true),
    EntryField("indicated", .number, isOptional: true),
    EntryField("measured", .number, isOptional: true),
    EntryField("method", .text),
  ]

  /// The instrument.
  public var equipment: String
  /// `tooling`, `density`, `z-ratio`, `wavelength` or `two-theta`.
  public var kind: String
  /// The material that it holds for; empty for all.
  public var material: String
  /// From when it holds.
  public var validFrom: UTCTime
  /// The factor, or the offset of a wavelength (nm) or angle (degree).
  public var value: Double
  /// The factor before.
  public var previous: Double?
  /// What the instrument said.
  public var indicated: Double?
  /// What was true.
  public var measured: Double?
  /// How that was found.
  public var method: String

  /// Creates an entry.
  public init(
    equipment: String,
    kind: String,
    material: String,
    validFrom: UTCTime,
    value: Double,
    previous: Double? = nil,
    indicated: Double? = nil,
    measured: Double? = nil,
    method: String
  ) {
    self.equipment = equipment
    self.kind = kind
    self.material = material
    self.validFrom = validFrom
    self.value = value
    self.previous = previous
    self.indicated = indicated
    self.measured = measured
    self.method = method
  }
}

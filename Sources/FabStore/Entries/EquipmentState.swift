/// What an instrument does from a moment on, in the words of SEMI E10.
public struct EquipmentState: StoreEntry {
  /// The table.
  public static let table = "equipment_state"
  /// What people call one of them.
  public static let noun = "equipment state"
  /// What makes it unique.
  public static let key = ["equipment", "fromAt"]
  /// Its properties in order.
  public static let fields = [
    EntryField("equipment", .text),
    EntryField("fromAt", .time),
    EntryField("state", .text),
    EntryField("reason", .text, isOptional: true),
  ]

  /// The instrument.
  public var equipment: String
  /// From when.
  public var fromAt: UTCTime
  /// `PRD` productive, `SBY` standby, `ENG` engineering, `SDT` and `UDT` scheduled and unscheduled down, `NST` non-scheduled.
  public var state: String
  /// Why.
  public var reason: String?

  /// Creates an entry.
  public init(
    equipment: String,
    fromAt: UTCTime,
    state: String,
    reason: String? = nil
  ) {
    self.equipment = equipment
    self.fromAt = fromAt
    self.state = state
    self.reason = reason
  }
}

/// A recipe carried out on some wafers.
public struct Run: StoreEntry {
  /// The table.
  public static let table = "run"
  /// What people call one of them.
  public static let noun = "run"
  /// What makes it unique.
  public static let key = ["code"]
  /// Its properties in order.
  public static let fields = [
    EntryField("code", .text),
    EntryField("recipe", .text),
    EntryField("equipment", .text),
    EntryField("operatorName", .text),
    EntryField("state", .text),
    EntryField("startedAt", .time),
    EntryField("endedAt", .time, isOptional: true),
    EntryField("reason", .text, isOptional: true),
    EntryField("note", .text, isOptional: true),
  ]

  /// The name.
  public var code: String
  /// The hash of the recipe.
  public var recipe: String
  /// The chamber.
  public var equipment: String
  /// Who is in charge.
  public var operatorName: String
  /// `running`, `done` or `aborted`.
  public var state: String
  /// When it began.
  public var startedAt: UTCTime
  /// When it ended.
  public var endedAt: UTCTime?
  /// Why it was aborted.
  public var reason: String?
  /// A remark.
  public var note: String?

  /// Creates an entry.
  public init(
    code: String,
    recipe: String,
    equipment: String,
    operatorName: String,
    state: String,
    startedAt: UTCTime,
    endedAt: UTCTime? = nil,
    reason: String? = nil,
    note: String? = nil
  ) {
    self.code = code
    self.recipe = recipe
    self.equipment = equipment
    self.operatorName = operatorName
    self.state = state
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.reason = reason
    self.note = note
  }
}

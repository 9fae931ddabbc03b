/// Where a lot or a wafer comes from.
public struct Genealogy: StoreEntry {
  /// The table.
  public static let table = "genealogy"
  /// What people call one of them.
  public static let noun = "genealogy"
  /// What makes it unique.
  public static let key = ["child", "parent", "entity", "kind", "at"]
  /// Its properties in order.
  public static let fields = [
    EntryField("child", .text),
    EntryField("parent", .text),
    EntryField("entity", .text),
    EntryField("kind", .text),
    EntryField("at", .time),
    EntryField("wafers", .text, isOptional: true),
    EntryField("reason", .text, isOptional: true),
  ]

  /// What came to be.
  public var child: String
  /// What it came from.
  public var parent: String
  /// `lot` or `wafer`.
  public var entity: String
  /// `split`, `merge`, `rework` or `dice`.
  public var kind: String
  /// When.
  public var at: UTCTime
  /// The wafers that moved.
  public var wafers: String?
  /// Why.
  public var reason: String?

  /// Creates an entry.
  public init(
    child: String,
    parent: String,
    entity: String,
    kind: String,
    at: UTCTime,
    wafers: String? = nil,
    reason: String? = nil
  ) {
    self.child = child
    self.parent = parent
    self.entity = entity
    self.kind = kind
    self.at = at
    self.wafers = wafers
    self.reason = reason
  }
}

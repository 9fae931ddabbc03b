/// Wafers that travel together.
public struct Lot: StoreEntry {
  /// The table.
  public static let table = "lot"
  /// What people call one of them.
  public static let noun = "lot"
  /// What makes it unique.
  public static let key = ["code"]
  /// Its properties in order.
  public static let fields = [
    EntryField("code", .text),
    EntryField("title", .text, isOptional: true),
    EntryField("state", .text),
    EntryField("origin", .text, isOptional: true),
    EntryField("note", .text, isOptional: true),
  ]

  /// The name.
  public var code: String
  /// What it is for.
  public var title: String?
  /// `open` or `closed`.
  public var state: String
  /// The lots that it was split or merged from.
  public var origin: String?
  /// A remark.
  public var note: String?

  /// Creates an entry.
  public init(
    code: String,
    title: String? = nil,
    state: String,
    origin: String? = nil,
    note: String? = nil
  ) {
    self.code = code
    self.title = title
    self.state = state
    self.origin = origin
    self.note = note
  }
}

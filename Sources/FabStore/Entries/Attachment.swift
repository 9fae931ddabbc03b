/// A file that belongs to something.
public struct Attachment: StoreEntry {
  /// The table.
  public static let table = "attachment"
  /// What people call one of them.
  public static let noun = "attachment"
  /// What makes it unique.
  public static let key = ["entity", "code", "sourceFile"]
  /// Its properties in order.
  public static let fields = [
    EntryField("entity", .text),
    EntryField("code", .text),
    EntryField("sourceFile", .text),
    EntryField("title", .text),
    EntryField("at", .time),
  ]

  /// What kind of thing.
  public var entity: String
  /// Its name.
  public var code: String
  /// The hash of the file.
  public var sourceFile: String
  /// What the file is.
  public var title: String
  /// When it was attached.
  public var at: UTCTime

  /// Creates an entry.
  public init(
    entity: String,
    code: String,
    sourceFile: String,
    title: String,
    at: UTCTime
  ) {
    self.entity = entity
    self.code = code
    self.sourceFile = sourceFile
    self.title = title
    self.at = at
  }
}

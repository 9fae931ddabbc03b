/// A file that was taken in.
public struct ImportRecord: StoreEntry {
  /// The table.
  public static let table = "import"
  /// What people call one of them.
  public static let noun = "import"
  /// What makes it unique.
  public static let key = ["id"]
  /// Its properties in order.
  public static let fields = [
    EntryField("id", .integer),
    EntryField("sourceFile", .text),
    EntryField("parser", .text),
    EntryField("parserVersion", .integer),
    EntryField("target", .text),
    EntryField("importedAt", .time),
    EntryField("actor", .text),
    EntryField("rowsRead", .integer),
    EntryField("rowsStored", .integer),
    EntryField("rowsRefused", .integer),
    EntryField("report", .json, isOptional: true),
  ]

  /// Its number.
  public var id: Int64
  /// The hash of its bytes.
  public var sourceFile: String
  /// The reader.
  public var parser: String
  /// The reader's version.
  public var parserVersion: Int
  /// What it was read for: a wafer, or nothing where the file says it.
  public var target: String
  /// When.
  public var importedAt: UTCTime
  /// By whom.
  public var actor: String
  /// Rows in the file.
  public var rowsRead: Int
  /// Rows that were stored.
  public var rowsStored: Int
  /// Rows that weren't.
  public var rowsRefused: Int
  /// The refused rows with their reasons.
  public var report: JSONValue?

  /// Creates an entry.
  public init(
    id: Int64,
    sourceFile: String,
    parser: String,
    parserVersion: Int,
    target: String,
    importedAt: UTCTime,
    actor: String,
    rowsRead: Int,
    rowsStored: Int,
    rowsRefused: Int,
    report: JSONValue? = nil
  ) {
    self.id = id
    self.sourceFile = sourceFile
    self.parser = parser
    self.parserVersion = parserVersion
    self.target = target
    self.importedAt = importedAt
    self.actor = actor
    self.rowsRead = rowsRead
    self.rowsStored = rowsStored
    self.rowsRefused = rowsRefused
    self.report = report
  }
}

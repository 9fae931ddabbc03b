/// The curve that a measured value was taken from: a part of a kept file.
public struct CurveSource: StoreEntry {
  /// The table.
  public static let table = "curve"
  /// What people call one of them.
  public static let noun = "curve"
  /// What makes it unique.
  public static let key = ["measurement", "n"]
  /// Its properties in order.
  public static let fields = [
    EntryField("measurement", .integer),
    EntryField("n", .integer),
    EntryField("kind", .text),
    EntryField("sourceFile", .text),
    EntryField("part", .integer),
  ]

  /// The measurement set.
  public var measurement: Int64
  /// The value in it, from 1.
  public var n: Int
  /// The format of the file, and so what the curve is.
  public var kind: String
  /// The hash of the file.
  public var sourceFile: String
  /// Which of the file's curves, from 1.
  public var part: Int

  /// Creates an entry.
  public init(measurement: Int64, n: Int, kind: String, sourceFile: String, part: Int) {
    self.measurement = measurement
    self.n = n
    self.kind = kind
    self.sourceFile = sourceFile
    self.part = part
  }
}

public import FabDiagnostics

/// Measured values of many sites, in columns: one entry a value.
///
/// Names are numbers into ``wafers``, ``sites`` and ``characteristics``; -1 stands for a name that the table doesn't give.
public struct SiteTable: Sendable {
  /// Something that was measured.
  public struct Characteristic: Hashable, Sendable {
    /// Its name as the table writes it (of wide tables in lower case).
    public let name: String
    /// Its unit as the table writes it; empty where none is stated.
    public let unit: String
  }

  /// The file as the user named it.
  public let name: String
  /// The names of wafers.
  public internal(set) var wafers: [String] = []
  /// The names of sites.
  public internal(set) var sites: [String] = []
  /// The names of components; empty where the table has no such column.
  public internal(set) var components: [String] = []
  /// Times as the table writes them; empty where it has no such column.
  public internal(set) var times: [String] = []
  /// Words of the column `flags`, such as `fit failed; excluded`; empty where the table has no such column.
  public internal(set) var flagWords: [String] = []
  /// What was measured.
  public internal(set) var characteristics: [Characteristic] = []
  /// The wafer of each value.
  public internal(set) var waferIndices: [Int32] = []
  /// The site of each value.
  public internal(set) var siteIndices: [Int32] = []
  /// The component of each value; empty where the table has no such column.
  public internal(set) var componentIndices: [Int32] = []
  /// The time of each value; empty where the table has no such column.
  public internal(set) var timeIndices: [Int32] = []
  /// The words for each value, -1 for none; empty where the table has no such column.
  public internal(set) var flagIndices: [Int32] = []
  /// The characteristic of each value.
  public internal(set) var characteristicIndices: [Int32] = []
  /// The values; NaN where none was measured, which ``flags`` says.
  public internal(set) var values: [Double] = []
  /// The standard uncertainties; NaN where none is stated, empty where the table has no such column.
  public internal(set) var uncertainties: [Double] = []
  /// Coordinates in mm; empty where the table has no such columns.
  public internal(set) var x: [Double] = []
  /// See ``x``.
  public internal(set) var y: [Double] = []
  /// What stands in the place of a value.
  public internal(set) var flags: [ReadingFlags] = []
  /// The line of each value, from 1.
  public internal(set) var lines: [Int32] = []
  /// Every row that gave no value.
  public internal(set) var refused: [RowRefusal] = []
  /// Each refused row as a message.
  public internal(set) var messages: [Diagnostic] = []

  /// The number of values.
  public var count: Int { values.count }

  /// The largest table that is read: 512 MB [ours].
  public static let sizeLimit = 512_000_000
  /// The most refused rows before the whole table is taken for something else [ours].
  public static let refusalLimit = 10_000

  init(name: String) {
    self.name = name
  }

  /// Lays out room for so many values, so that columns needn't be moved while they grow.
  mutating func reserve(_ count: Int) {
    values.reserveCapacity(count)
    flags.reserveCapacity(count)
    waferIndices.reserveCapacity(count)
    siteIndices.reserveCapacity(count)
    characteristicIndices.reserveCapacity(count)
    lines.reserveCapacity(count)
  }

  /// Reads a table: long (`wafer, site, characteristic, value, u, unit`) or wide (`wafer, x (mm), y (mm), thickness (nm), …`).
  ///
  /// Columns are separated by tabs, semicolons or commas, as the header shows; numbers have decimal commas only where
  /// something else separates and the first rows leave no doubt. Empty cells, `NA` and the marks 9.9E37 and 9.91E37 are
  /// values that weren't measured: kept, as NaN with a flag.
  ///
  /// - Throws: A ``DiagnosticError``: `file-too-large`, `not-utf8`, `corrupt-file`, `unknown-column`, `duplicate-name`,
  ///   `unknown-unit`, `not-a-number` (a comma that may be either), `no-measurement`, `malformed-row` beyond
  ///   ``refusalLimit``.
  public static func read(name: String, bytes: [UInt8]) throws(DiagnosticError) -> SiteTable {
    guard bytes.count <= sizeLimit else {
      throw DiagnosticError(
        Diagnostic(
          .fileTooLarge,
          at: .file(name),
          "the file has \(bytes.count) bytes; at most \(sizeLimit) are read",
          fixes: ["import it in parts"]
        )
      )
    }
    let (encoding, markLength) = TextEncoding.detect(bytes)
    if encoding == .utf8, markLength == 0 {
      return try SiteTableParser.table(name: name, utf8: bytes)
    }
    guard let text = encoding.text(of: bytes[markLength...]) else {
      throw DiagnosticError(
        Diagnostic(
          .notUTF8,
          at: .file(name),
          "the file begins as Unicode text and then breaks its rules",
          fixes: ["copy the file again, or save it as UTF-8"]
        )
      )
    }
    return try SiteTableParser.table(name: name, utf8: Array(text.utf8))
  }
}

/// What an export of tables wrote.
struct CSVExportReport: Encodable {
  /// A table.
  struct Table: Encodable {
    let table: String
    let rows: Int
    var sha256: String?
  }

  let out: String
  let tables: [Table]
}

import FabDiagnostics
import FabExchange
import FabHash
import FabStore
import Foundation

/// The files that were taken in, as a table: their bytes as base64, so that a spreadsheet leaves them alone.
enum SourceFileTable {
  private static let columns = [
    TableColumn("sha256"), TableColumn("name"), TableColumn("bytes", .integer),
    TableColumn("base64"),
  ]

  /// Base64 is a third longer than what it stands for, and a store keeps many files [ours].
  private static let sizeLimit = 1_000_000_000

  /// All files by hash.
  static func table(from reader: StoreReader) throws(DiagnosticError) -> TableText {
    TableText(
      columns: columns,
      rows: try reader.keptFiles()
        .map { (file) throws(DiagnosticError) in
          let data = Data(try reader.bytes(ofFile: file.sha256))
          return [
            .text(file.sha256), .text(file.name), .integer(file.count),
            .text(data.base64EncodedString()),
          ]
        }
    )
  }

  /// Reads files.
  ///
  /// - Throws: A ``DiagnosticError`` with `corrupt-file` for bytes that don't have the stated hash.
  static func files(file: String, bytes: [UInt8]) throws(DiagnosticError) -> [StoredFile] {
    let placed = try TableText.placed(
      file: file,
      bytes: bytes,
      columns: columns,
      sizeLimit: sizeLimit
    )
    let collector = DiagnosticCollector()
    var files: [StoredFile] = []
    for (row, cells) in placed.table.rows.enumerated() {
      func fail(_ column: Int, _ text: String) {
        collector.add(
          Diagnostic(.corruptFile, at: placed.place(row: row, column: column), text)
        )
      }
      guard case .text(let hash) = cells[0], case .text(let name) = cells[1],
        case .integer(let count) = cells[2]
      else {
        fail(0, "the row lacks hash, name or size of a file")
        continue
      }
      var content: Data? = Data()
      if case .text(let text) = cells[3] { content = Data(base64Encoded: text) }
      guard let content else {
        fail(3, "the bytes of this file are no base64")
        continue
      }
      let stored = StoredFile(name: name, bytes: Array(content))
      guard stored.hash.hexadecimal == hash, stored.count == count else {
        fail(3, "these bytes aren't those of the file with the hash '\(hash.prefix(12))'")
        continue
      }
      files.append(stored)
    }
    guard !collector.hasErrors else { throw DiagnosticError(collector.diagnostics) }
    return files
  }
}

public import FabDiagnostics
import FabHash
import Foundation
import GRDB

extension StoreWriter {
  /// Keeps a file; one with the same bytes is kept once.
  ///
  /// - Returns: Whether it is new.
  @discardableResult
  public func keep(_ file: StoredFile) throws(DiagnosticError) -> Bool {
    let hash = file.hash.hexadecimal
    let isKnown = try guarded {
      try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM source_file WHERE sha256 = ?)",
        arguments: [hash]
      ) ?? false
    }
    guard !isKnown else { return false }
    let kept = file.kept
    try guarded {
      try database.execute(
        sql: "INSERT INTO source_file (sha256, name, bytes, encoding, data) VALUES (?, ?, ?, ?, ?)",
        arguments: [hash, file.name, file.count, kept.encoding, Data(kept.data)]
      )
    }
    try record(
      "add",
      "source_file",
      hash,
      before: nil,
      after: [
        "sha256": .text(hash), "name": .text(file.name), "bytes": .integer(Int64(file.count)),
      ]
    )
    return true
  }

  /// Lets entries name others that follow in this transaction; its end still checks that all of them are there.
  ///
  /// What a large file gives can be stored while the file itself is being deflated.
  public func deferReferences() throws(DiagnosticError) {
    try guarded { try database.execute(sql: "PRAGMA defer_foreign_keys = ON") }
  }

  /// Records that a file was taken in.
  ///
  /// - Returns: The number of the import.
  /// - Throws: A ``DiagnosticError`` if the counts don't add up: every row is either stored or refused.
  public func addImport(_ entry: ImportRecord) throws(DiagnosticError) -> Int64 {
    try addNumbered(entry)
  }
}

extension StoreReader {
  /// The import of a file by a reader, if it was taken in before.
  public func importRecord(
    ofFile hash: String,
    parser: String,
    target: String = ""
  ) throws(DiagnosticError) -> ImportRecord? {
    try all(
      ImportRecord.self,
      where: ["sourceFile": .text(hash), "parser": .text(parser), "target": .text(target)]
    )
    .first
  }

  /// All kept files, by hash.
  public func keptFiles() throws(DiagnosticError) -> [KeptFile] {
    try rows("SELECT sha256, name, bytes FROM source_file ORDER BY sha256")
      .map { KeptFile(sha256: $0[0], name: $0[1], count: $0[2]) }
  }

  /// The bytes of a kept file, as they were.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, or `damaged-database` if they aren't what was kept.
  public func bytes(ofFile hash: String) throws(DiagnosticError) -> [UInt8] {
    let found = try StoreFailure.guarded(path) {
      let statement = try RawStatement(
        database,
        "SELECT name, bytes, encoding, data FROM source_file WHERE sha256 = ?"
      )
      statement.bind(1, hash)
      guard try statement.next() else { return nil as (String, [UInt8]?)? }
      defer { statement.finish() }
      let count: Int = try statement.number(1)
      let isDeflated = try statement.text(2) == "deflate"
      let data = try statement.bytes(3)
      return (
        try statement.text(0), isDeflated ? Deflate.inflated(data, count: count) : data
      )
    }
    guard let (name, bytes) = found else {
      throw DiagnosticError(
        Diagnostic(.unknownEntry, at: .file(path), "there is no file with the hash \(hash)")
      )
    }
    guard let bytes, ContentHash(of: bytes).hexadecimal == hash else {
      throw DiagnosticError(
        Diagnostic(
          .damagedDatabase,
          at: .file(path),
          "the kept file '\(name)' isn't what was taken in (\(hash.prefix(12)))",
          fixes: ["restore a backup with 'pcu-fab db restore'"]
        )
      )
    }
    return bytes
  }
}

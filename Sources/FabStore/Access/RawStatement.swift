import Foundation
import GRDB
import GRDBSQLite

/// A statement through SQLite's own functions: twice as fast as with values that are boxed first.
///
/// What a column holds is checked before it is taken: in a damaged file nothing is what the schema says, and it must be a
/// message then and no crash.
struct RawStatement {
  private let statement: Statement
  private let handle: OpaquePointer
  private let connection: OpaquePointer?

  /// Tells SQLite to copy a text before the call returns.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Prepares a statement, or takes the one that was prepared before.
  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    connection = sqlite3_db_handle(handle)
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  // MARK: - Running

  /// Runs a statement that gives no rows, within a transaction.
  func run() throws {
    // SQLite ends a transaction by itself when a disk is full; what follows would be written without one.
    guard sqlite3_get_autocommit(connection) == 0 else {
      throw DatabaseError(resultCode: .SQLITE_ABORT, message: "the transaction has ended early")
    }
    let status = sqlite3_step(handle)
    guard status == SQLITE_DONE else { throw failure(status) }
    sqlite3_reset(handle)
  }

  /// Steps to the next row.
  ///
  /// - Returns: Whether there is one.
  func next() throws -> Bool {
    let status = sqlite3_step(handle)
    if status == SQLITE_ROW { return true }
    guard status == SQLITE_DONE else { throw failure(status) }
    sqlite3_reset(handle)
    return false
  }

  /// Ends a statement before its last row.
  func finish() { sqlite3_reset(handle) }

  private func failure(_ status: Int32) -> DatabaseError {
    let message = String(cString: sqlite3_errmsg(connection))
    sqlite3_reset(handle)
    return DatabaseError(resultCode: ResultCode(rawValue: status), message: message)
  }

  // MARK: - Binding; the first parameter has the number 1

  /// Binds a whole number or NULL.
  func bind(_ index: Int32, _ value: Int64?) {
    if let value {
      sqlite3_bind_int64(handle, index, value)
    } else {
      sqlite3_bind_null(handle, index)
    }
  }

  /// Binds a number or NULL.
  func bind(_ index: Int32, _ value: Double?) {
    if let value {
      sqlite3_bind_double(handle, index, value)
    } else {
      sqlite3_bind_null(handle, index)
    }
  }

  /// Binds a text or NULL.
  func bind(_ index: Int32, _ value: String?) {
    guard var value else {
      sqlite3_bind_null(handle, index)
      return
    }
    value.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) {
        // An empty buffer may have no address, which SQLite would take for NULL.
        if let start = $0.baseAddress {
          sqlite3_bind_text(handle, index, start, Int32($0.count), Self.transient)
        } else {
          sqlite3_bind_text(handle, index, "", 0, Self.transient)
        }
      }
    }
  }

  // MARK: - Columns of the present row; the first has the number 0

  /// The whole number in a column.
  func integer(_ column: Int32) throws -> Int64 {
    try expect(SQLITE_INTEGER, column)
    return sqlite3_column_int64(handle, column)
  }

  /// The whole number in a column, or `nil` for NULL.
  func optionalInteger(_ column: Int32) throws -> Int64? {
    isNull(column) ? nil : try integer(column)
  }

  /// A whole number of a narrower type.
  func number<Value: FixedWidthInteger>(_ column: Int32) throws -> Value {
    guard let value = Value(exactly: try integer(column)) else { throw mismatch(column) }
    return value
  }

  /// A whole number of a narrower type, or `nil` for NULL.
  func optionalNumber<Value: FixedWidthInteger>(_ column: Int32) throws -> Value? {
    isNull(column) ? nil : try number(column)
  }

  /// The number in a column.
  func double(_ column: Int32) throws -> Double {
    try expect(SQLITE_FLOAT, column)
    return sqlite3_column_double(handle, column)
  }

  /// The number in a column, or `nil` for NULL.
  func optionalDouble(_ column: Int32) throws -> Double? {
    isNull(column) ? nil : try double(column)
  }

  /// The text in a column.
  func text(_ column: Int32) throws -> String {
    try withText(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The text in a column, or `nil` for NULL.
  func optionalText(_ column: Int32) throws -> String? {
    isNull(column) ? nil : try text(column)
  }

  /// The moment in a column.
  func time(_ column: Int32) throws -> UTCTime {
    guard let time = UTCTime(try text(column)) else { throw mismatch(column) }
    return time
  }

  /// Lends the bytes of the text in a column.
  func withText<Result>(
    _ column: Int32,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    try expect(SQLITE_TEXT, column)
    let start = sqlite3_column_text(handle, column)
    return try body(
      UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    )
  }

  /// The bytes in a column.
  func bytes(_ column: Int32) throws -> [UInt8] {
    try expect(SQLITE_BLOB, column)
    let start = sqlite3_column_blob(handle, column)
    return [UInt8](
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    )
  }

  /// A value that a row has.
  enum Value {
    case integer(Int64)
    case number(Double)
    case text(UnsafeRawBufferPointer)
    case blob(UnsafeRawBufferPointer)
  }

  /// Goes through the columns of the present row that aren't NULL, from one on; bytes are lent.
  func eachValue(from first: Int32, _ body: (String, Value) -> Void) {
    for column in first..<sqlite3_column_count(handle) {
      let type = sqlite3_column_type(handle, column)
      guard type != SQLITE_NULL, let name = sqlite3_column_name(handle, column) else { continue }
      let value: Value
      switch type {
      case SQLITE_INTEGER: value = .integer(sqlite3_column_int64(handle, column))
      case SQLITE_FLOAT: value = .number(sqlite3_column_double(handle, column))
      default:
        // Asked before the number of bytes: of another encoding than the bytes it would be.
        let start =
          type == SQLITE_TEXT
          ? sqlite3_column_text(handle, column).map { UnsafeRawPointer($0) }
          : sqlite3_column_blob(handle, column)
        let bytes = UnsafeRawBufferPointer(
          start: start,
          count: Int(sqlite3_column_bytes(handle, column))
        )
        value = type == SQLITE_TEXT ? .text(bytes) : .blob(bytes)
      }
      body(String(cString: name), value)
    }
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  private func expect(_ type: Int32, _ column: Int32) throws {
    guard sqlite3_column_type(handle, column) == type else { throw mismatch(column) }
  }

  private func mismatch(_ column: Int32) -> DatabaseError {
    let name = sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "\(column)"
    sqlite3_reset(handle)
    return DatabaseError(
      resultCode: .SQLITE_CORRUPT,
      message: "a row has something else than the schema says in '\(name)'"
    )
  }
}

public import FabDiagnostics
import GRDB

extension Store {
  /// What a writing gave.
  public struct Outcome<Value> {
    /// What the body returned.
    public let value: Value
    /// What changed, or would have changed.
    public let changes: [StoreChange]
  }

  /// Changes the store in one transaction.
  ///
  /// - Parameters:
  ///   - actor: Who does it.
  ///   - now: The moment that the audit records.
  ///   - isRehearsal: Whether everything is taken back at the end.
  ///   - body: The changes. If it throws, nothing has changed.
  /// - Returns: The result of the body and all changes; they're on the disk, unless rehearsed.
  /// - Throws: What `body` throws, or a ``DiagnosticError`` if the database can't be written.
  /// - Precondition: The store was opened for writing.
  public func write<Value>(
    by actor: String,
    at now: UTCTime,
    isRehearsal: Bool = false,
    _ body: (StoreWriter) throws(DiagnosticError) -> Value
  ) throws(DiagnosticError) -> Outcome<Value> {
    precondition(access == .writing, "the store \(path) was opened for reading")
    return try StoreFailure.guarded(path) {
      var outcome: Outcome<Value>?
      try queue.inTransaction(.immediate) { database in
        let writer = StoreWriter(database: database, path: path, actor: actor, now: now)
        let value = try body(writer)
        try writer.closeBatches()
        try writer.checkWhole()
        outcome = Outcome(value: value, changes: writer.changes)
        return isRehearsal ? .rollback : .commit
      }
      guard let outcome else { preconditionFailure("a transaction ended without a result") }
      return outcome
    }
  }
}

public import FabDiagnostics
public import FabStore

/// How a command changes the store: where, who, when, and whether only to show what would change.
public struct StoreSession: Sendable {
  /// The database.
  public var database: String
  /// Who changes it.
  public var actor: String
  /// When what is recorded happened, as typed; `nil` for now.
  public var moment: String?
  /// Whether nothing is kept.
  public var isRehearsal: Bool

  /// Creates a session.
  public init(
    database: String? = nil,
    actor: String? = nil,
    moment: String? = nil,
    isRehearsal: Bool = false
  ) {
    self.database = LabClock.database(database)
    self.actor = actor ?? LabClock.accountName
    self.moment = moment
    self.isRehearsal = isRehearsal
  }

  /// When what is recorded happened.
  ///
  /// - Throws: A ``DiagnosticError`` with `unclear-time`.
  public func eventTime() throws(DiagnosticError) -> UTCTime {
    guard let moment else { return try LabClock.now() }
    return try LabClock.moment(moment, at: .argument("--at"))
  }

  /// Changes the store in one transaction and says what changed.
  ///
  /// - Parameter body: The changes, given the moment they happened; returns lines for people and messages.
  /// - Returns: The report.
  /// - Throws: What `body` throws, or a ``DiagnosticError`` if the store can't be written.
  public func change(
    _ body: (StoreWriter, UTCTime) throws(DiagnosticError) -> StoreRemarks
  ) throws(DiagnosticError) -> CommandOutput {
    try change { (_) throws(DiagnosticError) in
    } body: {
      (writer, moment, _) throws(DiagnosticError) in
      try body(writer, moment)
    }
  }

  /// Prepares something slow while nobody waits, then changes the store in one transaction.
  public func change<Prepared>(
    preparing: (UTCTime) throws(DiagnosticError) -> Prepared,
    body: (StoreWriter, UTCTime, Prepared) throws(DiagnosticError) -> StoreRemarks
  ) throws(DiagnosticError) -> CommandOutput {
    let moment = try eventTime()
    let prepared = try preparing(moment)
    let store = try Store(path: database, access: .writing)
    let outcome = try store.write(by: actor, at: LabClock.now(), isRehearsal: isRehearsal) {
      (writer) throws(DiagnosticError) in try body(writer, moment, prepared)
    }
    return StoreChangeReport(outcome.changes, outcome.value, isRehearsal: isRehearsal).output
  }

  /// Asks the store.
  ///
  /// - Throws: What `body` throws, or a ``DiagnosticError`` if the store can't be read.
  public func read<Result>(
    _ body: (StoreReader) throws(DiagnosticError) -> Result
  ) throws(DiagnosticError) -> Result {
    try Store(path: database, access: .reading).read(body)
  }
}

public import FabDiagnostics
import FabHash
import Foundation
import GRDB

/// Changes the store; everything in one writing is one transaction.
public final class StoreWriter {
  /// Who changes it.
  public let actor: String
  /// The moment that the audit records.
  public let now: UTCTime
  let database: Database
  let path: String
  /// What has been done so far.
  public private(set) var changes: [StoreChange] = []
  /// The number and the hash of the newest entry of the audit, once it was asked for.
  private var head: (number: Int64, hash: String)?
  /// Batches of derived rows that the audit gets when the transaction ends.
  private var openBatches = OpenBatches()
  /// What went wrong between a row and its entry in the audit.
  private var broken: DiagnosticError?

  init(database: Database, path: String, actor: String, now: UTCTime) {
    self.database = database
    self.path = path
    self.actor = actor
    self.now = now
  }

  /// Asks within the transaction.
  public var reader: StoreReader { StoreReader(database: database, path: path) }

  /// Adds an entry; one that is there already with the same content is left as it is.
  ///
  /// - Returns: Whether it is new.
  /// - Throws: A ``DiagnosticError``: `conflicting-entry` with the properties that differ, `invalid-name` for a name that
  ///   is no ``StoreCode``.
  @discardableResult
  public func add(_ entry: some StoreEntry) throws(DiagnosticError) -> Bool {
    try add(entry, at: nil)
  }

  /// Adds an entry that a place in a file states.
  @discardableResult
  public func add<Entry: StoreEntry>(
    _ entry: Entry,
    at place: Place?
  ) throws(DiagnosticError) -> Bool {
    try add(entry, at: place, isListed: true)
  }

  /// Adds an entry of a kind that the audit has by batches, such as the bin of a device, without listing it as a change.
  ///
  /// - Returns: Whether it is new.
  /// - Throws: A ``DiagnosticError`` as ``add(_:)``.
  /// - Precondition: The audit has its kind by batches.
  @discardableResult
  public func addUnrecorded<Entry: StoreEntry>(
    _ entry: Entry,
    at place: Place?
  ) throws(DiagnosticError) -> Bool {
    precondition(
      DerivedTable.all.contains { $0.name == Entry.table },
      "a \(Entry.noun) is recorded alone"
    )
    return try add(entry, at: place, isListed: false)
  }

  /// Adds an entry that isn't there yet and records it: alone, or with its batch when the transaction ends.
  private func add<Entry: StoreEntry>(
    _ entry: Entry,
    at place: Place?,
    isListed: Bool
  ) throws(DiagnosticError) -> Bool {
    let new = try guarded { try EntryCoding.properties(entry) }
    if try isKnown(Entry.self, new, at: place) { return false }
    guard let table = DerivedTable.all.first(where: { $0.name == Entry.table }) else {
      try insert(Entry.self, new)
      try record("add", Entry.table, name(Entry.self, new), before: nil, after: new)
      return true
    }
    try completed { () throws(DiagnosticError) in try insert(Entry.self, new) }
    openBatches.insert(table, parentOf: new)
    if isListed {
      changes.append(
        StoreChange(
          action: "add",
          entity: Entry.table,
          name: name(Entry.self, new),
          before: nil,
          after: new
        )
      )
    }
    return true
  }

  /// Whether the store has an entry with the same content.
  private func isKnown<Entry: StoreEntry>(
    _ type: Entry.Type,
    _ new: [String: JSONValue],
    at place: Place?
  ) throws(DiagnosticError) -> Bool {
    if Entry.key == ["code"], case .text(let code)? = new["code"], StoreCode(code) == nil {
      throw DiagnosticError(StoreCode.refusal(of: code, noun: Entry.noun, at: place))
    }
    if let old = try stored(Entry.self, key: new) {
      let change = StoreChange(
        action: "add",
        entity: Entry.table,
        name: name(Entry.self, new),
        before: old,
        after: new
      )
      if change.differences.isEmpty { return true }
      throw DiagnosticError(
        Diagnostic(
          .conflictingEntry,
          at: place ?? .file(path),
          "there is another \(Entry.noun) '\(change.name)'",
          notes: change.differences.map {
            .init(
              "\($0.property): the store has \($0.before.canonical), this is \($0.after.canonical)"
            )
          },
          fixes: ["choose another name, or leave the stored one as it is"]
        )
      )
    }
    return false
  }

  /// Adds an entry that the store numbers.
  ///
  /// - Returns: Its number.
  public func addNumbered<Entry: StoreEntry>(_ entry: Entry) throws(DiagnosticError) -> Int64 {
    var new = try guarded { try EntryCoding.properties(entry) }
    new["id"] = nil
    try insert(Entry.self, new)
    let id = database.lastInsertedRowID
    new["id"] = .integer(id)
    try record("add", Entry.table, String(id), before: nil, after: new)
    return id
  }

  /// Changes an entry that is there; an equal one is left as it is.
  ///
  /// - Returns: Whether anything changed.
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` if there is none with its key.
  @discardableResult
  public func change<Entry: StoreEntry>(_ entry: Entry) throws(DiagnosticError) -> Bool {
    let new = try guarded { try EntryCoding.properties(entry) }
    let name = name(Entry.self, new)
    guard let old = try stored(Entry.self, key: new) else {
      throw DiagnosticError(
        Diagnostic(.unknownEntry, at: .file(path), "there is no \(Entry.noun) '\(name)'")
      )
    }
    let change = StoreChange(
      action: "change",
      entity: Entry.table,
      name: name,
      before: old,
      after: new
    )
    let differences = change.differences
    guard !differences.isEmpty else { return false }
    let assignments = differences.map { "\"\(EntryCoding.column($0.property))\" = ?" }
    let json = Entry.jsonProperties
    let values = differences.map {
      EntryCoding.stored($0.after, isJSON: json.contains($0.property))
    }
    try guarded {
      try database.execute(
        sql: "UPDATE \"\(Entry.table)\" SET \(assignments.joined(separator: ", "))"
          + " WHERE \(condition(Entry.self))",
        arguments: StatementArguments(values + keyValues(Entry.self, new))
      )
    }
    try record("change", Entry.table, name, before: old, after: new)
    return true
  }

  /// Records the batches whose rows came one by one; comes last in a transaction.
  func closeBatches() throws(DiagnosticError) {
    for (table, parent) in openBatches.takeAll() { try recordBatch(table, of: parent) }
  }

  /// Inserts an entry that follows from another; ``recordBatch(_:of:)`` records all of them.
  func insertDerived<Entry: StoreEntry>(
    _ entry: Entry,
    numbered: Bool = false
  ) throws(DiagnosticError) {
    var properties = try guarded { try EntryCoding.properties(entry) }
    if numbered { properties["id"] = nil }
    try completed { () throws(DiagnosticError) in try insert(Entry.self, properties) }
  }

  func guarded<Result>(_ body: () throws -> Result) throws(DiagnosticError) -> Result {
    try StoreFailure.guarded(path, body)
  }

  // MARK: - Rows

  private func name<Entry: StoreEntry>(
    _ type: Entry.Type,
    _ properties: [String: JSONValue]
  ) -> String {
    Entry.key.map { (properties[$0] ?? .null).plain }.joined(separator: "/")
  }

  private func condition<Entry: StoreEntry>(_ type: Entry.Type) -> String {
    Entry.key.map { "\"\(EntryCoding.column($0))\" IS ?" }.joined(separator: " AND ")
  }

  private func keyValues<Entry: StoreEntry>(
    _ type: Entry.Type,
    _ properties: [String: JSONValue]
  ) -> [DatabaseValue] {
    Entry.key.map { EntryCoding.stored(properties[$0] ?? .null, isJSON: false) }
  }

  private func stored<Entry: StoreEntry>(
    _ type: Entry.Type,
    key properties: [String: JSONValue]
  ) throws(DiagnosticError) -> [String: JSONValue]? {
    try guarded {
      let row = try Row.fetchOne(
        database,
        sql: "SELECT * FROM \"\(Entry.table)\" WHERE \(condition(Entry.self))",
        arguments: StatementArguments(keyValues(Entry.self, properties))
      )
      // Through the entry, so that 6 and 6.0 are the same whatever column they came from.
      return try row.map {
        try EntryCoding.properties(EntryColumns<Entry>($0.columnNames).entry($0))
      }
    }
  }

  private func insert<Entry: StoreEntry>(
    _ type: Entry.Type,
    _ properties: [String: JSONValue]
  ) throws(DiagnosticError) {
    let names = properties.keys.sorted()
    let columns = names.map { "\"\(EntryCoding.column($0))\"" }.joined(separator: ", ")
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let json = Entry.jsonProperties
    let values = names.map {
      EntryCoding.stored(properties[$0] ?? .null, isJSON: json.contains($0))
    }
    try guarded {
      try database.cachedStatement(
        sql: "INSERT INTO \"\(Entry.table)\" (\(columns)) VALUES (\(marks))"
      )
      .execute(arguments: StatementArguments(values))
    }
  }

  /// Writes an entry of the audit and lists it with what the transaction changed.
  func record(
    _ action: String,
    _ entity: String,
    _ name: String,
    before: [String: JSONValue]?,
    after: [String: JSONValue]
  ) throws(DiagnosticError) {
    changes.append(
      StoreChange(action: action, entity: entity, name: name, before: before, after: after)
    )
    try recordUnlisted(action, entity, name, before: before, after: after)
  }

  /// Writes an entry of the audit for what follows from a listed change.
  func recordUnlisted(
    _ action: String,
    _ entity: String,
    _ name: String,
    before: [String: JSONValue]? = nil,
    after: [String: JSONValue]
  ) throws(DiagnosticError) {
    try completed { () throws(DiagnosticError) in
      try guarded { try insertAudit(action, entity, name, before, after) }
    }
  }

  private func insertAudit(
    _ action: String,
    _ entity: String,
    _ name: String,
    _ before: [String: JSONValue]?,
    _ after: [String: JSONValue]
  ) throws {
    let last = try head ?? newestEntry()
    let link = AuditLink(
      number: last.number + 1,
      at: now.text,
      actor: actor,
      action: action,
      entity: entity,
      name: name,
      before: before.map { JSONValue.object($0).canonical },
      after: JSONValue.object(after).canonical
    )
    let hash = link.hash(after: last.hash)
    let statement = try RawStatement(
      database,
      """
      INSERT INTO audit (seq, at, actor, action, entity, entity_id, before_json, after_json, prev_hash, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    statement.bind(1, link.number)
    let texts = [
      link.at, actor, action, entity, name, link.before, link.after, last.hash, hash,
    ]
    for (index, text) in texts.enumerated() { statement.bind(Int32(index + 2), text) }
    try statement.run()
    head = (link.number, hash)
  }

  /// Asked once a transaction: nobody else writes meanwhile.
  private func newestEntry() throws -> (number: Int64, hash: String) {
    let statement = try RawStatement(
      database,
      "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
    )
    guard try statement.next() else { return (0, AuditChain.origin) }
    defer { statement.finish() }
    return (try statement.integer(0), try statement.text(1))
  }

  // MARK: - Wholeness

  /// Runs steps that belong together: if one fails, the transaction can't be committed any more, even if the message is
  /// caught on the way.
  func completed<Result>(
    _ body: () throws(DiagnosticError) -> Result
  ) throws(DiagnosticError) -> Result {
    do throws(DiagnosticError) {
      return try body()
    } catch {
      broken = broken ?? error
      throw error
    }
  }

  /// Throws what left a row without its entry in the audit.
  func checkWhole() throws(DiagnosticError) {
    if let broken { throw broken }
  }
}

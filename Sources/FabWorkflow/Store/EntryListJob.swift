public import FabDiagnostics
public import FabStore

/// Lists the entries of a kind.
public struct EntryListJob<Entry: StoreEntry> {
  private let session: StoreSession
  private let filter: [String: JSONValue]
  private let hidden: Set<String>

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - session: The store.
  ///   - filter: Properties and what they must be.
  ///   - hidden: Properties that the table for people leaves out.
  public init(
    session: StoreSession,
    where filter: [String: JSONValue] = [:],
    hiding hidden: Set<String> = []
  ) {
    self.session = session
    self.filter = filter
    self.hidden = hidden
  }

  /// Lists them.
  ///
  /// - Throws: A ``DiagnosticError`` if the store can't be read.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let entries = try session.read { (reader) throws(DiagnosticError) in
      try reader.all(Entry.self, where: filter)
    }
    return CommandOutput(
      text: EntryTable(entries, hiding: hidden).text,
      json: JSONText.encode(entries)
    )
  }
}

public import FabDiagnostics
import FabStore

/// What `spc events` and `spc acknowledge` do.
public struct ControlEventsJob {
  private let session: StoreSession

  /// Creates a job.
  public init(session: StoreSession) { self.session = session }

  /// Lists events.
  ///
  /// - Parameters:
  ///   - characteristic: Only of this characteristic.
  ///   - isOpenOnly: Only those that nobody has acknowledged.
  /// - Returns: The list.
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` for a characteristic that the store doesn't have.
  public func list(
    characteristic: String?,
    isOpenOnly: Bool
  ) throws(DiagnosticError) -> CommandOutput {
    let rows = try session.read { (reader) throws(DiagnosticError) -> [ControlEventRow] in
      if let characteristic { _ = try reader.named(Characteristic.self, characteristic) }
      var rows: [ControlEventRow] = []
      for event in try reader.all(ControlEvent.self) {
        let row = try ControlEventRow(event, from: reader)
        guard !isOpenOnly || row.isOpen, characteristic.map({ $0 == row.characteristic }) ?? true
        else { continue }
        rows.append(row)
      }
      return rows
    }
    return CommandOutput(
      text: rows.isEmpty ? "no event\n" : ControlEventRow.table(rows),
      json: JSONText.encode(rows)
    )
  }

  /// Records the cause of events and what was done about them.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry`, or `wrong-state` if another cause or action stands there.
  public func acknowledge(
    _ events: [Int64],
    cause: String,
    action: String
  ) throws(DiagnosticError) -> CommandOutput {
    try session.change { (writer, moment) throws(DiagnosticError) in
      for id in events {
        guard var event = try writer.reader.find(ControlEvent.self, .integer(id)) else {
          throw DiagnosticError(
            Diagnostic(
              .unknownEntry,
              at: .file(session.database),
              "there is no out-of-control event \(id)",
              fixes: ["list them with 'pcu-fab spc events'"]
            )
          )
        }
        if let name = event.acknowledgedBy {
          if event.cause == cause, event.action == action { continue }
          throw DiagnosticError(
            Diagnostic(
              .wrongState,
              at: .file(session.database),
              "\(name) acknowledged event \(id) at \(event.acknowledgedAt?.text ?? "") already",
              notes: [.init("cause: \(event.cause ?? ""); action: \(event.action ?? "")")]
            )
          )
        }
        event.acknowledgedBy = writer.actor
        event.acknowledgedAt = moment
        event.cause = cause
        event.action = action
        try writer.change(event)
      }
      return StoreRemarks()
    }
  }
}

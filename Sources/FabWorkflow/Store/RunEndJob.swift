public import FabDiagnostics
import FabStore

/// What `run finish` and `run abort` do.
public struct RunEndJob {
  private let session: StoreSession
  private let code: String
  private let reason: String?

  /// Creates a job; with a reason the run is aborted.
  public init(session: StoreSession, code: String, reason: String? = nil) {
    self.session = session
    self.code = code
    self.reason = reason
  }

  /// Ends the run.
  ///
  /// - Returns: What changed, with a message on steps of which nothing is recorded.
  /// - Throws: A ``DiagnosticError`` if there is no such run, or it isn't running.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try session.change { (writer, moment) throws(DiagnosticError) in
      if let reason {
        try writer.abort(run: code, reason: reason, at: moment)
        return StoreRemarks()
      }
      try writer.finish(run: code, at: moment)
      let record = try RunRecord(code, from: writer.reader)
      let missing = record.steps.filter { $0.actual == nil }
      guard !missing.isEmpty else { return StoreRemarks() }
      return StoreRemarks(
        messages: [
          Diagnostic(
            .wrongState,
            severity: .warning,
            at: .argument(code),
            "nothing is recorded of \(missing.count) of \(record.steps.count) steps: "
              + missing.map(\.name).joined(separator: ", ")
          )
        ]
      )
    }
  }
}

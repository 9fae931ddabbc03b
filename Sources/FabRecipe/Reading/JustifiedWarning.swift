public import FabDiagnostics

/// A warning that the recipe accepts, with the reason.
public struct JustifiedWarning: Hashable, Sendable {
  /// The warning.
  public let warning: Diagnostic
  /// The recorded reason.
  public let because: String

  /// The warning as a note that gives the reason.
  public var diagnostic: Diagnostic {
    Diagnostic(
      warning.code,
      severity: .note,
      at: warning.place,
      warning.summary,
      notes: warning.notes + [.init("justified: \(because)")]
    )
  }
}

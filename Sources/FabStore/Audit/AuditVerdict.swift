public import FabDiagnostics

/// What the audit says of itself.
public struct AuditVerdict: Sendable {
  /// The number of entries.
  public let entries: Int
  /// The hash of the last one: noted elsewhere, it proves later that nothing was cut off.
  public let head: String
  /// What is broken; empty if nothing.
  public let findings: [Diagnostic]
}

/// The chain of hashes through the audit.
enum AuditChain {
  /// What the first entry follows: 64 zeros.
  static let origin = String(repeating: "0", count: 64)
}

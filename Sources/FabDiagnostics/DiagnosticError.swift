/// The messages of an input that gave no result.
public struct DiagnosticError: Error, Sendable {
  /// All messages; at least one is an error.
  public let diagnostics: [Diagnostic]

  /// Creates an error from messages.
  ///
  /// - Precondition: One of them has the severity `error`.
  public init(_ diagnostics: [Diagnostic]) {
    precondition(
      diagnostics.contains { $0.severity == .error },
      "an error needs a message of that severity"
    )
    self.diagnostics = diagnostics
  }

  /// Creates an error with one message.
  public init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }
}

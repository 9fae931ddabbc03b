public import FabDiagnostics

/// What a command says beside what changed.
public struct StoreRemarks: Sendable {
  /// Lines for people.
  public var lines: [String]
  /// Messages for standard error.
  public var messages: [Diagnostic]
  /// Whether nothing was found that is wrong.
  public var isClean: Bool

  /// Creates remarks.
  public init(_ lines: [String] = [], messages: [Diagnostic] = [], isClean: Bool = true) {
    self.lines = lines
    self.messages = messages
    self.isClean = isClean
  }
}

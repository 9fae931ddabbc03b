public import FabDiagnostics

/// What a job gives to the command line.
public struct CommandOutput: Sendable {
  /// The result for people.
  public var text: String
  /// The result for programs.
  public var json: [UInt8]
  /// Messages for standard error.
  public var messages: [Diagnostic]
  /// Whether there are no findings.
  public var isClean: Bool

  /// Creates an output.
  public init(
    text: String,
    json: [UInt8],
    messages: [Diagnostic] = [],
    isClean: Bool = true
  ) {
    self.text = text
    self.json = json
    self.messages = messages
    self.isClean = isClean
  }
}

/// A message to the user as a value.
///
/// The summary states what was found and what was expected; notes name other places; fixes say what to do.
public struct Diagnostic: Hashable, Sendable {
  /// What kind of message this is; stable, documented in `Documentation/Diagnostics.md`.
  public let code: DiagnosticCode
  /// How grave it is.
  public let severity: Severity
  /// Where it belongs.
  public let place: Place?
  /// One sentence without a final period.
  public let summary: String
  /// Other places or facts that explain the message.
  public let notes: [Note]
  /// What the user can do, each a sentence that begins with a verb.
  public let fixes: [String]

  /// Creates a message.
  public init(
    _ code: DiagnosticCode,
    severity: Severity = .error,
    at place: Place? = nil,
    _ summary: String,
    notes: [Note] = [],
    fixes: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.summary = summary
    self.notes = notes
    self.fixes = fixes
  }

  /// A remark that belongs to a message.
  public struct Note: Hashable, Sendable {
    /// Where the remark belongs, if elsewhere.
    public let place: Place?
    /// One sentence without a final period.
    public let text: String

    /// Creates a remark.
    public init(at place: Place? = nil, _ text: String) {
      self.place = place
      self.text = text
    }
  }
}

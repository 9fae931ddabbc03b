/// How grave a message is.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Extra information about another message.
  case note
  /// The result stands, but a person should look.
  case warning
  /// No result, or one that isn't clean.
  case error

  /// Orders from harmless to grave.
  public static func < (left: Severity, right: Severity) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}

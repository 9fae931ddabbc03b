/// How a check ended, as a badge that says it in words; colour only repeats it.
public enum HTMLVerdict: String, Hashable, Sendable, CaseIterable {
  /// The check passed.
  case passed
  /// The check failed.
  case failed
  /// The result stands, but a person should look.
  case warning
  /// The check couldn't run.
  case notRun = "not run"

  /// The class of the style sheet.
  var styleClass: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .warning: "warning"
    case .notRun: "not-run"
    }
  }

  /// A sign that stays where colours are lost.
  var sign: String {
    switch self {
    case .passed: "✓"
    case .failed: "✗"
    case .warning: "!"
    case .notRun: "–"
    }
  }
}

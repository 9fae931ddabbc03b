import ArgumentParser

/// How messages are written to standard error.
enum DiagnosticsFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people: an excerpt of the file with a caret.
  case text
  /// For programs: one JSON object a line.
  case json
}

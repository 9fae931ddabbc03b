import FabDiagnostics

/// Runs a reader or writer and returns the messages with which it refused, none if it didn't.
func refusal(_ body: () throws -> Void) -> [Diagnostic] {
  do {
    try body()
    return []
  } catch let error as DiagnosticError {
    return error.diagnostics
  } catch {
    return []
  }
}

extension [Diagnostic] {
  /// Tells whether an error of a code stands at a line and says something.
  func refuses(_ code: DiagnosticCode, line: Int, _ part: String = "") -> Bool {
    contains { diagnostic in
      guard diagnostic.code == code, diagnostic.severity == .error,
        case .text(let range)? = diagnostic.place
      else { return false }
      return range.start.line == line && range.start.column > 0
        && diagnostic.summary.contains(part)
    }
  }
}

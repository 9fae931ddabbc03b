import FabDiagnostics
import Foundation

/// Prints: results to standard output, messages to standard error.
struct Console {
  /// How messages are written.
  let diagnosticsFormat: DiagnosticsFormat

  /// Prints a result.
  func result(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: FileHandle.standardOutput)
  }

  /// Prints messages.
  func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let text =
      switch diagnosticsFormat {
      case .text: TextRenderer(usesColor: Self.errorShowsColor).text(for: diagnostics)
      case .json: JSONLinesRenderer().text(for: diagnostics)
      }
    write(text, to: FileHandle.standardError)
  }

  /// Prints a remark.
  func remark(_ text: String) {
    guard diagnosticsFormat == .text else { return }
    write(text + "\n", to: FileHandle.standardError)
  }

  /// Whether standard error is a terminal that wants colour.
  private static var errorShowsColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    let refuses = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return !refuses && environment["TERM"] != "dumb" && isatty(STDERR_FILENO) == 1
  }

  private func write(_ text: String, to handle: FileHandle) {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      // A closed pipe (`pcu-fab … | head`) is the reader's choice; anything else must not pass as success.
      if errno != EPIPE { _exit(2) }
      _exit(0)
    }
  }
}

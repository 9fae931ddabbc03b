import ArgumentParser
import FabDiagnostics
import Foundation

/// Prints: results to standard output, messages to standard error.
struct Console {
  /// How messages are written.
  let diagnosticsFormat: DiagnosticsFormat

  /// Prints a result.
  func result(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
  }

  /// Prints messages.
  func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let text =
      switch diagnosticsFormat {
      case .text: TextRenderer(usesColor: Self.errorShowsColor).text(for: diagnostics)
      case .json: JSONLinesRenderer().text(for: diagnostics)
      }
    write(text, to: STDERR_FILENO)
  }

  /// Prints a remark.
  func remark(_ text: String) {
    guard diagnosticsFormat == .text else { return }
    write(text + "\n", to: STDERR_FILENO)
  }

  /// Whether standard error is a terminal on which a line can be written over.
  var showsProgress: Bool {
    diagnosticsFormat == .text && ProcessInfo.processInfo.environment["TERM"] != "dumb"
      && isatty(STDERR_FILENO) == 1
  }

  /// Writes over the current line of standard error.
  func overwrite(_ text: String) {
    // Carriage return, text, erase to the end of the line.
    write("\r\(text)\u{1B}[K", to: STDERR_FILENO)
  }

  /// Whether standard error is a terminal that wants colour.
  private static var errorShowsColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    let refuses = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return !refuses && environment["TERM"] != "dumb" && isatty(STDERR_FILENO) == 1
  }

  /// Writes all bytes.
  ///
  /// A reader that closed its pipe (`pcu-fab … | head`) has seen enough: the work goes on, and
  /// the exit status is that of the work. Any other failure must not pass as success.
  private func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        if descriptor == STDOUT_FILENO {
          write("error: can't write the result: \(reason)\n", to: STDERR_FILENO)
        }
        exit(ExitStatus.couldNotRun.rawValue)
      }
    }
  }
}

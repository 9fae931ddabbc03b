import ArgumentParser
import FabDiagnostics

/// Runs the body of a command and turns messages into text and an exit status.
///
/// - Parameters:
///   - console: Where to print.
///   - failure: The exit status for input that gave no result; a wrong argument is a usage error instead.
///   - body: The work; it returns whether the result is clean.
/// - Throws: The exit status, unless the result is clean.
func run(
  _ console: Console,
  failure: ExitCode = ExitStatus.couldNotRun,
  _ body: () throws(DiagnosticError) -> Bool
) throws {
  let isClean: Bool
  do throws(DiagnosticError) {
    isClean = try body()
  } catch {
    console.report(error.diagnostics)
    throw error.isUsage ? .validationFailure : failure
  }
  if !isClean { throw ExitStatus.findings }
}

extension DiagnosticError {
  /// Whether nothing but an argument of the command line is at fault.
  fileprivate var isUsage: Bool {
    diagnostics.allSatisfy { diagnostic in
      if case .argument? = diagnostic.place { true } else { false }
    }
  }
}

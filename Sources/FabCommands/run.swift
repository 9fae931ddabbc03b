import ArgumentParser
import FabDiagnostics

/// Runs the body of a command and turns messages into text and an exit status.
///
/// - Parameters:
///   - console: Where to print.
///   - failure: The exit status for input that gave no result.
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
    throw failure
  }
  if !isClean { throw ExitStatus.findings }
}

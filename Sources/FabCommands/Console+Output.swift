import ArgumentParser
import FabDiagnostics
import FabWorkflow

extension OutputOptions {
  /// Runs a job and prints what it gives, as text or as JSON.
  func print(
    failure: ExitCode = ExitStatus.couldNotRun,
    _ job: () throws(DiagnosticError) -> CommandOutput
  ) throws {
    try run(console, failure: failure) { () throws(DiagnosticError) in
      let output = try job()
      console.report(output.messages)
      console.result(json ? String(decoding: output.json, as: UTF8.self) : output.text)
      return output.isClean
    }
  }
}

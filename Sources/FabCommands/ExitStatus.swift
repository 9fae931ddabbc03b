import ArgumentParser

/// The exit statuses of the tool.
enum ExitStatus {
  /// A rule, a comparison or a limit failed.
  static let findings = ExitCode(1)
  /// The command couldn't run.
  static let couldNotRun = ExitCode(2)
}

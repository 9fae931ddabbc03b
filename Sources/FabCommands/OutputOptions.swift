import ArgumentParser

/// Options of every command that reports.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Print the result as JSON.")
  var json = false

  @Option(name: .long, help: "How messages are written to standard error: text or json (lines).")
  var diagnostics = DiagnosticsFormat.text

  var console: Console { Console(diagnosticsFormat: diagnostics) }
}

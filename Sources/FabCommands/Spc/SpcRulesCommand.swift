import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab spc rules`: the rules and their false alarms.
struct SpcRulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, with the points until a false alarm and until a shift is found."
  )
  @Option(help: "How many charts of each rule are simulated.") var runs = 2000
  @Option(help: "The seed.") var seed: UInt64 = 1
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (2...1_000_000).contains(runs) else {
      throw ValidationError("--runs \(runs) isn't between 2 and 1000000")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try RunLengthJob(runs: runs, seed: seed).run()
    }
  }
}

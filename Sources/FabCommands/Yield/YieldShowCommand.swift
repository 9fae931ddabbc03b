import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab yield show`: how many are good.
struct YieldShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Say how many PCUs and components are good, by wafer, array, ring or quadrant.",
    discussion: """
      The newest bins count. --svg draws one wafer with the tiles of its components, or a gallery of several.
      Example: pcu-fab yield show --lot L1 --by ring
      """
  )
  @Option(
    help: "By component, array, ring, quadrant, wafer or lot.",
    transform: choice
  )
  var by = YieldGroup.component
  @Option(help: "What is counted: D1, D2, M1, M2 or PCU.") var component = "PCU"
  @OptionGroup var options: YieldOptions

  func run() throws {
    try options.output.print { () throws(DiagnosticError) in
      try options.jobs.show(by: by, component: component)
    }
  }
}

import ArgumentParser
import FabWorkflow

/// The files that a simulation writes besides its report.
struct OutputFileOptions: ParsableArguments {
  @Option(
    help: "Write a picture to this file.",
    completion: .file(extensions: ["svg"])
  )
  var svg: String?

  @Option(
    help: "Write a table to this file.",
    completion: .file(extensions: ["csv"])
  )
  var csv: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  var choice: OutputChoice { OutputChoice(svg: svg, csv: csv, replaces: force) }
}

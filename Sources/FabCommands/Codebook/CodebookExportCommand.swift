import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab codebook export`.
struct CodebookExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the tables of a codebook as tensors.",
    discussion: """
      Each table becomes a tensor named operator.table; the metadata 'codebook' are the header as JSON.

      Examples:
        pcu-fab codebook export population.codebook --safetensors population.safetensors
      """
  )

  @Argument(help: "The codebook.", completion: .file(extensions: ["codebook"]))
  var file: String

  @Option(help: "The safetensors file to write.", completion: .file(extensions: ["safetensors"]))
  var safetensors: String

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try CodebookExportJob(path: file, safetensors: safetensors, replaces: force).run()
    }
  }
}

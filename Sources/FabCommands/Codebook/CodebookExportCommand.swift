import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab codebook export`.
struct CodebookExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the tables of a codebook as tensors, or as a PyTorch module.",
    discussion: """
      Each table becomes a tensor named operator.table; the metadata 'codebook' are the header as JSON.

      For PyTorch a folder is written: the module pcu_codebook.py and its tables. It needs nothing but PyTorch.

      Examples:
        pcu-fab codebook export population.codebook --safetensors population.safetensors
        pcu-fab codebook export population.codebook --pytorch population
      """
  )

  @Argument(help: "The codebook.", completion: .file(extensions: ["codebook"]))
  var file: String

  @Option(help: "The safetensors file to write.", completion: .file(extensions: ["safetensors"]))
  var safetensors: String?

  @Option(help: "The folder to write for PyTorch.", completion: .directory)
  var pytorch: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard safetensors != nil || pytorch != nil else {
      throw ValidationError("say what to write: --safetensors FILE, --pytorch DIR or both")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try CodebookExportJob(
        path: file,
        safetensors: safetensors,
        pytorch: pytorch,
        replaces: force,
        files: .ofTool
      )
      .run()
    }
  }
}

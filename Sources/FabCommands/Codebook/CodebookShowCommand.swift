import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab codebook show`.
struct CodebookShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Tell what is in a codebook, as a table and as a picture.",
    discussion: """
      The file is read whole and checked: lengths, extents, hash, keys and numbers.

      Examples:
        pcu-fab codebook show population.codebook --svg population.svg
      """
  )

  @Argument(help: "The codebook.", completion: .file(extensions: ["codebook"]))
  var file: String

  @Option(help: "Write a picture to this file.", completion: .file(extensions: ["svg"]))
  var svg: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      try CodebookShowJob(path: file, svg: svg, replaces: force).run()
    }
  }
}

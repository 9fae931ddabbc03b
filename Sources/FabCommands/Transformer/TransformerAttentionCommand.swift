import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab transformer attention`.
struct TransformerAttentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attention",
    abstract: "Show where a trained network looks when it answers a question about a scene.",
    discussion: """
      A map for each layer, the mean over its heads: for encoder layers what the words of the question look at, at last what \
      the query of the answer looks at.

      Keys of --json: checkpoint, checkpointHash, sample, question, answer, truth; layers (name, patches, words).

      Example:
        pcu-fab transformer attention scenes --sample 7 --svg attention.svg
      """
  )

  @OptionGroup var checkpoint: CheckpointArgument

  @Option(help: "Which sample of the test split, from 0.") var sample = 0

  @Option(help: "Write a picture to this file.", completion: .file(extensions: ["svg"]))
  var svg: String?

  @Flag(help: "Replace files that exist.") var force = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = TransformerAttentionRequest(checkpoint: checkpoint.checkpoint)
      request.sample = sample
      request.svg = svg
      request.replaces = force
      return try TransformerAttentionJob(request: request, files: .ofTool).run()
    }
  }
}

import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab transformer energy`.
struct TransformerEnergyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "energy",
    abstract: "Add up what a network costs on a GPU, a memristive accelerator and PCUs.",
    discussion: """
      Operations are counted from the network; what each costs stands in Energy/estimates.yaml with its source. A file of \
      --parameters may state some of its keys, which then replace those. The paper's figures stand beside ours for the block \
      that they seem to be of, mdetr-encoder-block.

      Keys of --json: network, networkHash, isPaperConfiguration, staticMacs, dynamicMacs; platforms (name, energyMilliJoule, \
      paperMilliJoule, terms and besides with name, count, picojouleEach, energyMilliJoule, sharePercent); \
      dynamicProductBudgetPicojoule, programming, sensitivity, parameters.

      Examples:
        pcu-fab transformer energy mdetr-encoder-block --svg tornado.svg
        pcu-fab transformer energy mdetr-clevr --parameters mine.yaml
      """
  )

  @OptionGroup var network: NetworkArgument

  @Option(
    help: "A file with energies, currents, voltages and times of yours.",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var parameters: String?

  @OptionGroup var mapping: MappingOptions

  @Option(
    help: "Write a picture of what the result hangs on to this file.",
    completion: .file(extensions: ["svg"])
  )
  var svg: String?

  @Flag(help: "Replace files that exist.") var force = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = TransformerEnergyRequest(network: network.network)
      request.parameters = parameters
      request.choices = mapping.choices
      request.svg = svg
      request.replaces = force
      return try TransformerEnergyJob(request: request, files: .ofTool).run()
    }
  }
}

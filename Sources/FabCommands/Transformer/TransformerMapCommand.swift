import ArgumentParser
import FabDiagnostics
import FabTransformer
import FabWorkflow

/// `pcu-fab transformer map`.
struct TransformerMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract:
      "Assign every operation of a network to PCUs of a layout: units, arrays, wafers, passes.",
    discussion: """
      Weights are pairs of M1 in arrays of the layout's size, a positive and a negative part; tiles of one output are added on \
      their bit lines. Products of two inputs (queries and keys, attention and values) take a multiplier of three PCUs each, \
      signs steer them. Operators serve one layer after the other, --rows tokens at once. Conversions are at the edges; \
      LayerNorm adds two an element unless it is analog.

      Keys of --json: network, networkHash, layout, arrayRows, arrayColumns, softmax, layerNorm, rowsAtOnce, settlingSecond, \
      staticWeights, macs (static and dynamic), dynamicMacs, pcusByMode, weightPcus, operatorPcus, arrays, utilisationPercent, \
      wafers, passes, latencySecond, edgeConversions, innerConversions, heldValues, operators, substitutes, unmapped (name, \
      reason); layers (name, staticWeights, macs, dynamicMacs, weightPcus, arrays, operatorPcus, passes, conversions, \
      heldValues, operations).

      Examples:
        pcu-fab transformer map mdetr-clevr --svg mapping.svg
        pcu-fab transformer map mine.yaml --layout Layouts/wafer-4in-101.yaml --layer-norm analog --settling '1 us'
      """
  )

  @OptionGroup var network: NetworkArgument

  @OptionGroup var layout: LayoutOption

  @Option(help: "Where LayerNorm is computed: digital or analog.", transform: choice)
  var layerNorm = LayerNormCircuit.digital

  @Option(help: "Rows of tokens that go through the operators at once.")
  var rows = 1

  @OptionGroup var mapping: MappingOptions

  @Option(help: "Write a picture to this file.", completion: .file(extensions: ["svg"]))
  var svg: String?

  @Flag(help: "Replace files that exist.") var force = false

  @OptionGroup var recipe: RecipeOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...1_000_000).contains(rows) else {
      throw ValidationError("--rows must be between 1 and 1000000; found \(rows)")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = TransformerMapRequest(network: network.network, recipe: try recipe.path())
      (request.file, request.floorPlan) = try layout.resolved()
      request.choices = mapping.choices
      request.choices.layerNorm = layerNorm
      request.choices.rowsAtOnce = rows
      request.svg = svg
      request.replaces = force
      return try TransformerMapJob(request: request, files: .ofTool).run()
    }
  }
}

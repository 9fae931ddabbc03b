import FabOperators
import FabTransformer
import Testing

/// Operations on units of a layout.
@Suite struct MappingTests {
  /// The wafer with nine arrays and twenty singles.
  private let layout = LayoutCapacity(
    name: "wafer",
    arrayRows: 3,
    arrayColumns: 3,
    arrayCount: 9,
    pcuCount: 101,
    independentPCUs: 99
  )

  private func mapping(
    _ text: String = NetworkText.block,
    _ choices: MappingChoices = MappingChoices()
  ) throws -> NetworkMapping {
    NetworkMapping(try NetworkText.network(text), layout: layout, choices: choices)
  }

  @Test func weightsAreTiledAsPairs() throws {
    let mapping = try mapping()
    #expect(mapping.weightPCUs == 2 * 1_310_720)
    // 256 rows and columns are 86 tiles of three, 2048 are 683.
    #expect(mapping.arrays == 2 * (4 * 86 * 86 + 2 * 86 * 683))
    let query = try #require(
      mapping.layers[0].operations.first { $0.operation.name == "selfAttention.query" }
    )
    #expect(query.summedTiles == 86)
    let places = 2 * 86 * 86 * 9
    #expect(query.utilisation == Double(2 * 256 * 256) / Double(places))
  }

  @Test func operatorsServeOneRowAfterTheOther() throws {
    let one = try mapping()
    let four = try mapping(NetworkText.block, MappingChoices(rowsAtOnce: 4))
    #expect(four.operatorPCUs.total == 4 * one.operatorPCUs.total)
    #expect(four.weightPCUs == one.weightPCUs)
    let scores = try #require(
      one.layers[0].operations.first { $0.operation.name == "selfAttention.scores" }
    )
    // A multiplier of three units for each of 194 keys and 256 channels.
    #expect(scores.operatorPCUs[.logarithmic] == 3 * 194 * 256)
    #expect(scores.passes == 194)
    let last = try #require(
      four.layers[0].operations.first { $0.operation.name == "selfAttention.scores" }
    )
    #expect(last.passes == 49)
  }

  @Test func latencyIsPassesTimesSettling() throws {
    var choices = MappingChoices()
    choices.settlingSeconds = 1e-6
    let mapping = try mapping(NetworkText.block, choices)
    // Twelve operations settle a row; the scale is folded into the weights of the queries.
    let settled = mapping.layers[0].operations.count { $0.passes > 0 }
    #expect(mapping.passes == 194 * settled)
    #expect(abs(mapping.latencySeconds - 1e-6 * Double(194 * settled)) < 1e-15)
  }

  @Test func layerNormIsNeverDropped() throws {
    let text = NetworkText.block.replacing("normalization: batch", with: "normalization: layer")
    let digital = try mapping(text)
    #expect(digital.innerConversions == 2 * 2 * 194 * 256)
    #expect(digital.unmapped.map(\.name) == ["LayerNorm"])
    let analog = try mapping(text, MappingChoices(layerNorm: .analog))
    #expect(analog.innerConversions == 0)
    #expect(analog.unmapped.isEmpty)
    #expect(analog.operatorPCUs.total - digital.operatorPCUs.total == 2 * (6 * 256 + 2))
  }

  @Test(arguments: [
    (SoftmaxCircuit.sharedLogarithm, 8 * (2 * 194 + 1)), (.composed, 8 * 7 * 194),
    (.tailCurrent, 8 * 194),
  ])
  func softmaxTakesTheUnitsOfItsCircuit(_ circuit: SoftmaxCircuit, _ units: Int) throws {
    let mapping = try mapping(NetworkText.block, MappingChoices(softmax: circuit))
    let softmax = try #require(
      mapping.layers[0].operations.first { $0.operation.name == "selfAttention.softmax" }
    )
    #expect(softmax.operatorPCUs.total == units)
    // The circuits of three channels are those that are simulated.
    #expect(circuit.pcus(terms: 3) == circuit.operatorName.modes.count)
  }

  @Test func reluIsReplacedAndSaid() throws {
    let text = NetworkText.block.replacing("activation: softplus", with: "activation: relu")
    let mapping = try mapping(text)
    let activation = try #require(
      mapping.layers[0].operations.first { $0.operation.name == "feedForward.activation" }
    )
    #expect(activation.substitute == .softplus)
    #expect(activation.operatorPCUs[.softplus] == 2048)
  }

  @Test func wafersHoldWeightsAndThenOperators() throws {
    let mapping = try mapping()
    let forWeights = (mapping.arrays + 8) / 9
    let rest = max(0, mapping.operatorPCUs.total - 20 * forWeights)
    #expect(mapping.wafers == forWeights + (rest + 98) / 99)
    let bare = LayoutCapacity(
      name: "singles",
      arrayRows: 0,
      arrayColumns: 0,
      arrayCount: 0,
      pcuCount: 20,
      independentPCUs: 18
    )
    let nothing = NetworkMapping(
      try NetworkText.network(NetworkText.block),
      layout: bare,
      choices: MappingChoices()
    )
    #expect(nothing.wafers == nil)
  }

  @Test func aTokenNetworkFitsOneWafer() throws {
    let mapping = try mapping(
      """
      format: pcu-fab network 1
      name: small
      streams: {a: {tokens: 2, width: 3}}
      layers:
        - {layer: one, kind: linear, on: [a], outputs: 3, activation: softplus}
      outputs: [a]
      """
    )
    #expect(mapping.arrays == 2)
    #expect(mapping.wafers == 1)
    #expect(mapping.unmapped.isEmpty)
    #expect(mapping.edgeConversions == 12)
  }
}

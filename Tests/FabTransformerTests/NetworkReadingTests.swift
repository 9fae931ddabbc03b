import FabDiagnostics
import FabTransformer
import Testing

/// Descriptions of networks as operations with extents.
@Suite struct NetworkReadingTests {
  @Test func anEncoderLayerHasTheCountsOfItsFormulas() throws {
    let network = try NetworkText.network(NetworkText.block)
    let (n, d, f, h) = (194, 256, 2048, 8)
    #expect(network.staticWeights == 4 * d * d + 2 * d * f)
    #expect(network.staticMacs == 4 * n * d * d + 2 * n * d * f)
    #expect(network.dynamicMacs == 2 * n * n * d)
    #expect(network.operations.reduce(0) { $0 + $1.softmaxTerms } == n * n * h)
    #expect(network.operations.reduce(0) { $0 + $1.activations } == n * f)
    #expect(network.operations.reduce(0) { $0 + $1.normalizedElements } == 2 * n * d)
  }

  @Test func theShippedNetworksHaveTheirKnownCounts() throws {
    let mdetr = try NetworkText.shipped("mdetr-clevr")
    // 6 encoder layers of 1 310 720 weights, 6 decoder layers of 1 572 864.
    #expect(mdetr.staticWeights == 6 * 1_310_720 + 6 * 1_572_864)
    #expect(mdetr.layers.count == 12)
    let tbsi = try NetworkText.shipped("tbsi-vit-tiny")
    // A block of ViT-Tiny on 320 tokens: 141.6 M static and 39.3 M dynamic products a modality.
    let vit = tbsi.layers.filter { $0.name.contains("vit") }
    #expect(vit.count == 12)
    for layer in vit {
      let operations = layer.operations
      #expect(operations.reduce(0) { $0 + $1.staticMacs } == 2 * 320 * 12 * 192 * 192)
      #expect(operations.reduce(0) { $0 + $1.dynamicMacs } == 2 * 2 * 320 * 320 * 192)
    }
    // Fusion after layers 4, 7 and 10.
    let names = tbsi.layers.map(\.name)
    let fusions = names.indices.filter { names[$0].contains("fuse") }
    let before = fusions.map { index in names[..<index].count { $0.contains("vit") } }
    #expect(before == [4, 7, 10])
    #expect(try NetworkText.shipped("mdetr-encoder-block").staticWeights == 1_310_720)
  }

  @Test func groupsAndPassesRepeatWeights() throws {
    let network = try NetworkText.network(
      """
      format: pcu-fab network 1
      name: two
      streams:
        a: {tokens: 3, width: 8}
        b: {tokens: 5, width: 8}
      layers:
        - {layer: embed, kind: linear, each: [[a], [b]], outputs: 4, makes: [c, d]}
        - group: stage
          repeat: 2
          layers:
            - {layer: one, kind: transformer, on: [c], attends: [d], selfAttention: no, projections: no, heads: 2}
        - {layer: joined, kind: linear, joins: [c, c], outputs: 2, makes: e}
      outputs: [e]
      """
    )
    #expect(network.layers.map(\.name) == ["embed", "stage.1/one", "stage.2/one", "joined"])
    // The passes share 8 x 4 weights and have 8 rows together.
    #expect(network.layers[0].operations[0].staticWeights == 32)
    #expect(network.layers[0].operations[0].staticMacs == 8 * 32)
    #expect(network.layers[1].operations.map(\.name).contains("crossAttention.query") == false)
    #expect(network.layers[1].operations.reduce(0) { $0 + $1.dynamicMacs } == 2 * 3 * 5 * 4)
    #expect(network.layers[3].operations[0].kind == .linear(inputs: 8, outputs: 2))
    #expect(network.outputs.map(\.width) == [2])
  }

  @Test(arguments: [
    ("heads: 8", "heads: 7", "a width of 256 can't be divided among 7 heads"),
    ("text: {tokens: 44, width: 256}", "text: {tokens: 44, width: 128}", "text (44 x 128)"),
    ("on: [image, text]", "on: [image, txt]", "did you mean 'text'?"),
    ("kind: transformer", "kind: transfomer", "transformer"),
    ("activation: softplus", "activation: swish", "swish"),
    ("heads: 8", "heads: 0", "from 1 to"),
    ("outputs: [image]", "outputs: [picture]", "picture"),
    ("hidden: 2048", "hiden: 2048", "hidden"),
    ("on: [image, text]", "on: [image], joins: [text]", "one of 'on', 'joins' and 'each'"),
    ("layer: encoder,", "layer: encoder, repeat: 1001,", "from 1 to 1000"),
    ("network 1", "network 2", "pcu-fab network 1"),
  ])
  func defectsAreNamed(_ part: String, _ replacement: String, _ expected: String) {
    let text = NetworkText.block.replacing(part, with: replacement)
    #expect(text != NetworkText.block)
    let messages = NetworkText.messages(text)
    #expect(
      messages.contains { message in
        message.place != nil
          && (message.summary + message.notes.map(\.text).joined() + message.fixes.joined())
            .contains(expected)
      },
      "\(messages.map(\.summary))"
    )
  }

  @Test func aLayerThatDoesNotFitIsNamedWithItsShapes() throws {
    let messages = NetworkText.messages(
      NetworkText.block.replacing(
        "text: {tokens: 44, width: 256}",
        with: "text: {tokens: 44, width: 128}"
      )
    )
    let message = try #require(messages.first)
    #expect(message.code == .shapeMismatch)
    #expect(message.summary.contains("layer 'encoder'"))
    #expect(message.summary.contains("image (150 x 256)"))
  }

  @Test func layersWithoutEndAreRefused() {
    let messages = NetworkText.messages(
      """
      format: pcu-fab network 1
      name: many
      streams: {a: {tokens: 1, width: 1}}
      layers:
        - group: g
          repeat: 1000
          layers:
            - {layer: one, kind: linear, repeat: 1000, on: [a], outputs: 1}
      outputs: [a]
      """
    )
    #expect(messages.first?.summary.contains("at most 10000 layers") == true)
  }
}

import Foundation
import Testing

/// `transformer map` and `transformer energy` as they're typed.
@Suite struct TransformerCommandTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  @Test func mdetrIsMappedOntoTheShippedLayout() throws {
    let result = try work.tool(
      "transformer",
      "map",
      "mdetr-clevr",
      "--json",
      "--svg",
      "map.svg"
    )
    result.expect(0)
    let report = try result.object()
    #expect(report["network"] as? String == "mdetr-clevr")
    #expect(report["staticWeights"] as? Int == 17_301_504)
    #expect(report["dynamicMacs"] as? Int == 6 * (2 * 194 * 194 + 2 * 29 * 29 + 2 * 29 * 194) * 256)
    let macs = try #require(report["macs"] as? Int)
    let layers = try #require(report["layers"] as? [[String: Any]])
    #expect(layers.count == 12)
    #expect(layers.compactMap { $0["macs"] as? Int }.reduce(0, +) == macs)
    let modes = try #require(report["pcusByMode"] as? [String: Int])
    #expect(try #require(modes["synapse"]) >= 2 * 17_301_504)
    let arrays = try #require(report["arrays"] as? Int)
    #expect(try #require(report["wafers"] as? Int) >= arrays / 9)
    let unmapped = try #require(report["unmapped"] as? [[String: Any]])
    let names = unmapped.compactMap { $0["name"] as? String }
    #expect(names.contains("resnet-18"))
    #expect(names.contains("LayerNorm"))
    let picture = try work.text("map.svg")
    #expect(picture.contains("crossAttention"))
  }

  @Test func theBlockHasThePapersEnergiesBeside() throws {
    let result = try work.tool("transformer", "energy", "mdetr-encoder-block", "--json")
    result.expect(0)
    let platforms = try #require(try result.object()["platforms"] as? [[String: Any]])
    #expect(platforms.compactMap { $0["name"] as? String }.first == "GPU")
    let paper = platforms.compactMap { $0["paperMilliJoule"] as? Double }
    #expect(zip(paper, [5.37, 0.32, 0.09]).allSatisfy { abs($0 - $1) < 1e-9 } && paper.count == 3)
    #expect(platforms.allSatisfy { ($0["energyMilliJoule"] as? Double ?? 0) > 0 })
    let other = try work.tool("transformer", "energy", "mdetr-clevr", "--json")
    let figures = try #require(try other.object()["platforms"] as? [[String: Any]])
    #expect(figures.allSatisfy { $0["paperMilliJoule"] == nil }, "the paper states one block only")
  }

  @Test func energiesOfYoursReplaceThoseOfTheTool() throws {
    try work.write(
      "format: pcu-fab energy 1\nname: mine\ngpuPower: {value: 700 W, source: another board}\n",
      to: "mine.yaml"
    )
    func gpu(_ arguments: [String]) throws -> Double {
      let result = try work.tool(
        ["transformer", "energy", "mdetr-encoder-block", "--json"] + arguments
      )
      let platforms = try #require(try result.object()["platforms"] as? [[String: Any]])
      return try #require(platforms[0]["energyMilliJoule"] as? Double)
    }
    let ours = try gpu([])
    #expect(abs(try gpu(["--parameters", "mine.yaml"]) / ours - 2) < 1e-12)
  }

  @Test func unknownNetworksAreNamed() throws {
    let result = try work.tool("transformer", "map", "mdetr-clever")
    result.expectRefusal(64, "did you mean 'mdetr-clevr'?")
  }

  @Test func layersThatDoNotFitAreNamed() throws {
    let text = try Checkout.text("Networks/mdetr-encoder-block.yaml")
      .replacing("heads: 8", with: "heads: 7")
    try work.write(text, to: "bad.yaml")
    let result = try work.tool("transformer", "map", "bad.yaml")
    result.expectRefusal(2, "bad.yaml:", "layer 'encoder'", "7 heads", "[shape-mismatch]")
  }

  @Test func aPictureIsNotReplaced() throws {
    try work.write("mine", to: "map.svg")
    let result = try work.tool("transformer", "map", "mdetr-encoder-block", "--svg", "map.svg")
    result.expectRefusal(2, "map.svg")
    #expect(try work.text("map.svg") == "mine")
  }

  @Test func verifySaysWhetherTheLayoutIsGoodForANetwork() throws {
    try work.write(
      """
      format: pcu-fab network 1
      name: small
      streams: {a: {tokens: 2, width: 3}}
      layers:
        - {layer: one, kind: linear, on: [a], outputs: 3, activation: softplus}
      outputs: [a]
      """,
      to: "small.yaml"
    )
    func verify(_ arguments: String...) throws -> (Int32?, [String: Any], [String: Any]) {
      let result = try work.tool(["verify", "--units", "20", "--json"] + arguments)
      let report = try result.object()
      let steps = try #require(report["steps"] as? [[String: Any]])
      let step = try #require(steps.last)
      #expect(step["id"] as? String == "network")
      var status: Int32?
      if case .exit(let code) = result.end { status = code }
      return (status, step, try #require(report["network"] as? [String: Any]))
    }
    let good = try verify("--operators", "vmm,softplus", "--network", "small.yaml")
    #expect(good.0 == 0)
    #expect(good.1["verdict"] as? String == "pass")
    #expect(good.2["operators"] as? [String] == ["vmm", "softplus"])
    let unknown = try verify("--operators", "vmm", "--network", "small.yaml")
    #expect(unknown.1["verdict"] as? String == "notRun")
    #expect(unknown.2["operatorsNotStudied"] as? [String] == ["softplus"])
    let large = try verify("--operators", "vmm,softplus", "--network", "mdetr-clevr")
    #expect(large.0 == 1)
    #expect(large.1["verdict"] as? String == "fail")
    let wafers = try #require(large.2["wafers"] as? Int)
    #expect(wafers > 100_000)
  }

  @Test func aLayoutFileOffersWhatItsFloorPlanOffers() throws {
    func wafers(_ arguments: [String]) throws -> Int {
      let result = try work.tool(
        ["transformer", "map", "mdetr-encoder-block", "--json"] + arguments
      )
      result.expect(0)
      return try #require(try result.object()["wafers"] as? Int)
    }
    let file = try wafers(["--layout", Checkout.masks + "/wafer-4in-101.gds"])
    #expect(try wafers([]) == file)
    let plan = Checkout.root + "/Layouts/wafer-4in-101.yaml"
    let twice = try work.tool(
      ["transformer", "map", "mdetr-encoder-block", "--layout", plan, "--floor-plan", plan]
    )
    twice.expectRefusal(64, "two floor plans are named")
  }
}

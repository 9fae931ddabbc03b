import Foundation
import Testing

/// `transformer evaluate --codebook` and `transformer fine-tune`.
@Suite struct TransformerHardwareTests {
  private let work: WorkFolder

  /// A network of few steps and a codebook of few units.
  init() throws {
    work = try WorkFolder()
    try work.tool(
      "transformer",
      "train",
      "scenes",
      "--difficulty",
      "easy",
      "--steps",
      "4",
      "--count",
      "20",
      "--out",
      "a.safetensors"
    )
    .expectSuccess()
    try work.tool(
      "codebook",
      "build",
      "--out",
      "a.codebook",
      "--units",
      "24",
      "--points",
      "64",
      "--surface-points",
      "16",
      "--operators",
      "multiplier,vmm,softmax,softplus"
    )
    .expectSuccess()
  }

  private func evaluate(_ options: String...) throws -> ToolResult {
    try work.tool(
      ["transformer", "evaluate", "a.safetensors", "--count", "64", "--codebook", "a.codebook"]
        + options
    )
  }

  private static func results(_ report: [String: Any]) throws -> [[String: Any]] {
    try #require(report["results"] as? [[String: Any]])
  }

  @Test func modesDiesAndOperatorsAreTold() throws {
    let result = try evaluate("--dies", "2", "--ablation", "--svg", "f.svg", "--json")
    result.expectSuccess()
    let report = try result.object()
    let results = try Self.results(report)
    let modes = results.map {
      "\($0["mode"] ?? "") \($0["operators"] ?? "all") \($0["die"] ?? "-")"
    }
    #expect(modes.prefix(4) == ["ideal all -", "mean all -", "spread all 1", "spread all 2"])
    #expect(results.count == 4 + 2 * 4)
    for one in results { #expect((one["accuracyPercent"] as? Double).map { $0 >= 0 } == true) }
    let summary = try #require(report["summary"] as? [[String: Any]])
    #expect(summary.compactMap { $0["dies"] as? Int } == [1, 2, 2, 2, 2, 2])
    let features = try #require(report["features"] as? [[String: Any]])
    #expect(Set(features.compactMap { $0["layer"] as? String }).count == 6)
    for one in features where one["mode"] as? String == "spread" {
      #expect((one["errorPercent"] as? Double).map { $0 > 0 } == true)
    }
    let outside = try #require(report["outside"] as? [[String: Any]])
    let names = outside.filter { $0["mode"] as? String == "spread" }
      .compactMap { $0["name"] as? String }
    #expect(names == ["multiplier", "softmax", "softplus", "vmm"])
    #expect(try work.text("f.svg").contains("Normalised error by channel"))
    // The same again gives the same.
    let again = try evaluate("--dies", "2", "--ablation", "--json").object()
    #expect(
      try Self.results(again).map { $0["accuracyPercent"] as? Double }
        == results.map { $0["accuracyPercent"] as? Double }
    )
  }

  @Test func oneLayerIsSolved() throws {
    let result = try evaluate("--circuit", "answer", "--circuit-count", "4", "--json")
    result.expectSuccess()
    let report = try result.object()
    let last = try Self.results(report).suffix(2)
    #expect(last.compactMap { $0["mode"] as? String } == ["circuit, by the codebook", "circuit"])
    #expect(last.compactMap { $0["count"] as? Int } == [4, 4])
    let features = try #require(report["features"] as? [[String: Any]])
    #expect(features.contains { $0["mode"] as? String == "circuit" })
    let unknown = try evaluate("--circuit", "encoder.7")
    #expect(unknown.end == .exit(64))
    #expect(unknown.error.contains("the network has no layer 'encoder.7'"))
    #expect(unknown.error.contains("it has answer, encoder.0, encoder.1, encoder.2"))
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    #expect(try evaluate("--weight-noise", "much").end == .exit(64))
    let reference = try evaluate("--weight-noise", "codebook", "--weight-reference", "range")
    #expect(reference.end == .exit(64))
    #expect(try evaluate("--allow", "colour").error.contains("'colour'"))
    let other = try evaluate("--wafer", "W12")
    #expect(other.end == .exit(2))
    #expect(other.error.contains("wafer population, expected W12"))
    let allowed = try evaluate("--wafer", "W12", "--allow", "wafer")
    allowed.expectSuccess()
    #expect(allowed.error.contains("that was allowed"))
    let recipe = try evaluate("--process", Checkout.path("Recipes/pcu-mapbi3.yaml"))
    #expect(recipe.end == .exit(2) && recipe.error.contains("recipe none, expected"))
    let picture = try work.tool("transformer", "evaluate", "a.safetensors", "--svg", "b.svg")
    #expect(picture.end == .exit(64))
    let dies = try work.tool("transformer", "evaluate", "a.safetensors", "--dies", "3")
    #expect(dies.end == .exit(64) && dies.error.contains("are for --codebook"))
    let tile = try evaluate("--tile", "8")
    #expect(tile.end == .exit(64) && tile.error.contains("are for --circuit"))
    try work.tool(
      "codebook",
      "build",
      "--out",
      "poor.codebook",
      "--units",
      "24",
      "--operators",
      "softplus"
    )
    .expectSuccess()
    let poor = try work.tool(
      "transformer",
      "evaluate",
      "a.safetensors",
      "--codebook",
      "poor.codebook"
    )
    #expect(poor.end == .exit(2) && poor.error.contains("the codebook has no entry of multiplier"))
  }

  @Test func tuningIsToldAndItsWeightsKnowTheirDie() throws {
    let tuned = try work.tool(
      "transformer",
      "fine-tune",
      "a.safetensors",
      "--codebook",
      "a.codebook",
      "--steps",
      "2",
      "--die-steps",
      "1",
      "--count",
      "64",
      "--curve-count",
      "32",
      "--dies",
      "2",
      "--out",
      "b.safetensors",
      "--svg",
      "b.svg",
      "--json"
    )
    tuned.expectSuccess()
    let report = try tuned.object()
    let results = try Self.results(report)
    #expect(
      results.compactMap { $0["mode"] as? String }
        == ["die", "population", "without-bypass", "die", "population", "without-bypass"]
    )
    #expect(results.compactMap { $0["die"] as? Int } == [1, 1, 1, 2, 2, 2])
    for one in results {
      let curve = try #require(one["curve"] as? [[String: Any]])
      #expect(curve.compactMap { $0["step"] as? Int } == [0, 1, 2])
      for key in ["beforePercent", "afterPercent", "otherDiePercent", "otherDieStepPercent"] {
        #expect(one[key] as? Double != nil, "\(key)")
      }
    }
    #expect(report["curveBaselinePercent"] as? Double != nil)
    let paper = try #require((report["paper"] as? [[String: Any]])?.first)
    #expect(paper["hardwarePercent"] as? Double == 99.2)
    #expect(try work.text("b.svg").contains("Fine-tuning for hardware"))
    // What it says of the die after tuning is what evaluation finds with the weights that were written.
    let found = try work.tool(
      "transformer",
      "evaluate",
      "b.safetensors",
      "--codebook",
      "a.codebook",
      "--count",
      "64",
      "--json"
    )
    found.expectSuccess()
    let spread = try #require(
      try Self.results(found.object()).first { $0["mode"] as? String == "spread" }
    )
    let after = try #require(results[0]["afterPercent"] as? Double)
    #expect(spread["accuracyPercent"] as? Double == after)
    let again = try work.tool(
      "transformer",
      "fine-tune",
      "a.safetensors",
      "--codebook",
      "a.codebook",
      "--out",
      "b.safetensors"
    )
    #expect(again.end == .exit(2) && again.error.contains("--force"))
  }
}

extension ToolResult {
  /// Expects success; progress goes to standard error.
  fileprivate func expectSuccess(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(end == .exit(0), "\(error)", sourceLocation: sourceLocation)
  }
}

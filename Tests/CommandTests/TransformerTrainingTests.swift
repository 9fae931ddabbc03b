import Foundation
import Testing

@Suite struct TransformerTrainingTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func train(_ options: String...) throws -> ToolResult {
    try work.tool(["transformer", "train"] + options)
  }

  @Test func aCheckpointIsWrittenReadAndDrawn() throws {
    let trained = try train("scenes", "--steps", "3", "--count", "20", "--out", "a.safetensors")
    #expect(trained.end == .exit(0))
    #expect(trained.error.contains("100 %  step 3/3  loss "))
    #expect(trained.output.contains("wrote a.safetensors\n"))

    let result = try work.tool(
      "transformer",
      "evaluate",
      "a.safetensors",
      "--count",
      "20",
      "--json"
    )
    result.expect(0)
    let report = try result.object()
    #expect(report["network"] as? String == "scenes")
    #expect(report["trainingSteps"] as? Int == 3)
    #expect(report["isFinished"] as? Bool == true)
    let results = try #require(report["results"] as? [[String: Any]])
    #expect(results.count == 1 && results[0]["mode"] as? String == "ideal")
    #expect(results[0]["count"] as? Int == 20 && results[0]["seed"] as? Int == 1)
    let groups = try #require(results[0]["groups"] as? [[String: Any]])
    let correct = groups.compactMap { $0["correct"] as? Int }.reduce(0, +)
    #expect(results[0]["accuracyPercent"] as? Double == 100 * (Double(correct) / 20))

    let drawn = try work.tool(
      "transformer",
      "attention",
      "a.safetensors",
      "--sample",
      "7",
      "--svg",
      "a.svg"
    )
    drawn.expect(0)
    #expect(drawn.output.contains("wrote a.svg"))
    let picture = try work.text("a.svg")
    #expect(picture.contains("Attention by layer") && picture.contains("test sample 7 of seed 1"))
  }

  @Test func equalOptionsGiveEqualBytes() throws {
    for name in ["a", "b"] {
      let result = try train(
        "tracking",
        "--modality",
        "thermal",
        "--steps",
        "2",
        "--count",
        "4",
        "--seed",
        "5",
        "--out",
        "\(name).safetensors"
      )
      #expect(result.end == .exit(0))
    }
    #expect(try work.bytes("a.safetensors") == work.bytes("b.safetensors"))
  }

  @Test func whatIsThereIsKeptAndForeignFilesAreRefused() throws {
    try work.write("something", to: "a.safetensors")
    let options = ["transformer", "train", "scenes", "--steps", "2", "--out", "a.safetensors"]
    try work.tool(options).expectRefusal(2, "a.safetensors: error: the file exists")
    try work.tool(options + ["--resume"]).expectRefusal(2, "a.safetensors: error:")
    #expect(try work.text("a.safetensors") == "something")
    #expect(try work.tool(options + ["--force", "--count", "4"]).end == .exit(0))
    try work.tool(options + ["--resume"])
      .expectRefusal(2, "holds weights alone, after 2 steps: its training is over")
    try work.tool(["transformer", "train", "tracking", "--out", "a.safetensors", "--resume"])
      .expectRefusal(2, "its 'network' is 'scenes'; expected 'tracking'")
  }

  @Test func emptyTestsAndUnknownNamesAreRefused() throws {
    #expect(try train("scenes", "--count", "0").end == .exit(64))
    #expect(try train("scenes", "--steps", "0").end == .exit(64))
    #expect(try train("scenes", "--modality", "fused").end == .exit(64))
    try train("scenes", "--difficulty", "medium")
      .expectRefusal(64, "--difficulty: error: difficulty is medium")
    try work.tool("transformer", "evaluate", "nothing")
      .expectRefusal(64, "CHECKPOINT: error: no checkpoint 'nothing'")
  }
}

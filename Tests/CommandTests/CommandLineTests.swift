import Foundation
import Testing

/// Arguments that don't make sense, and how the tool behaves in a shell.
@Suite struct CommandLineTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  @Test(arguments: [
    (["layuot"], "layuot"),
    (["layout", "--wafr", "4in"], "Unknown option '--wafr'. Did you mean '--wafer'?"),
    (["layout", "--formats", "svg,pdf"], "svg,pdf"),
    (["layout", "--formats", ""], "--formats"),
    (["layout", "--dxf", "r13"], "r13"),
    (["layout", "--arrays", "3by3"], "3by3"),
    (["layout", "--arrays", "0x3"], "0x3"),
    (["layout", "--pitch", "5"], "'5'"),
    (["layout", "--pitch", "5 s"], "'5 s'"),
    (["layout", "--out"], "--out"),
    (["layout", "left-over"], "left-over"),
    (["recipe", "vaildate"], "vaildate"),
    (["recipe", "diff", "one.yaml"], "<second>"),
    (["mask", "show"], "<file>"),
    (["mask", "show", "x.gds", "--diagnostics", "xml"], "xml"),
    (["mask", "--wafer"], "--wafer"),
  ])
  func unknownWordsAreUsageErrors(arguments: [String], text: String) throws {
    let result = try work.tool(arguments)
    result.expectRefusal(64, "Error: ", text, "Usage: pcu-fab")
    #expect(work.names().isEmpty)
  }

  @Test(arguments: [
    (["--wafer", "5in"], "--wafer: error: no wafer size '5in'", "[unknown-wafer]"),
    (["--wafer", "6in"], "Layouts/wafer-6in-….yaml' is expected; found none", "[no-floor-plan]"),
    (["--pitch", "5.0000001 mm"], "layouts lie on a grid of 1 nm", "[off-grid]"),
    (["--pitch=-5 mm"], "the pitch must be above zero", "[out-of-range]"),
    (["--pitch", "3 m"], "at most 1000 mm", "[out-of-range]"),
    (["--wafer", "2in", "--fill", "--arrays", "40x40"], "no 40x40 array", "[nothing-fits]"),
    (["--arrays", "9x9"], "overlap", "[blocks-overlap]"),
    (["--pitch", "4 mm"], "choose a pitch of at least 5 mm", "[out-of-range]"),
  ])
  func valuesThatCannotBeAreRefused(options: [String], text: String, code: String) throws {
    let result = try work.tool(["layout", "--out", "X"] + options)
    // The value itself is at fault, or what it means for the floor plan.
    let isUsage = result.error.hasPrefix("--")
    result.expectRefusal(isUsage ? 64 : 2, text, code)
    #expect(work.names().isEmpty)
  }

  @Test func aWaferThatTheFloorPlanIsNotForIsRefused() throws {
    let plan = Checkout.path("Layouts/wafer-4in-101.yaml")
    let result = try work.tool("layout", "--wafer", "6in", "--floor-plan", plan, "--out", "X")
    result.expectRefusal(64, "is for a 4in wafer, not 6in", "leave out --wafer", "[unknown-wafer]")
    #expect(work.names().isEmpty)
  }

  @Test func aLevelThatNeitherFileHasIsRefused() throws {
    let gds = Checkout.masks + "/wafer-4in-101.gds"
    let result = try work.tool("mask", "diff", gds, gds, "--levels", "AUX")
    result.expectRefusal(
      64,
      "neither file has a level 'AUX'; did you mean 'AU'?",
      "[unknown-level]"
    )
  }

  @Test(arguments: [[:], ["NO_COLOR": "1"], ["NO_COLOR": ""], ["TERM": "dumb"]])
  func messagesIntoAFileHaveNoColour(environment: [String: String]) throws {
    var tool = work.tool
    tool.environment = environment.merging(["TERM": "xterm-256color"]) { old, _ in old }
    let result = try tool("recipe", "validate", "missing.yaml")
    result.expectRefusal(2, "missing.yaml: error: ")
    #expect(!result.error.contains("\u{1B}"))
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"),
      "needs 'script', which pretends to be a terminal"
    )
  )
  func aTerminalGetsColourUnlessRefused() throws {
    let command = #"script -qec "$tool recipe validate missing.yaml" /dev/null"#
    var tool = work.tool
    tool.environment = ["TERM": "xterm-256color"]
    #expect(try tool.shell(command).output.contains("\u{1B}[1;31merror"))
    tool.environment["NO_COLOR"] = "1"
    let plain = try tool.shell(command).output
    #expect(plain.contains("error"))
    #expect(!plain.contains("\u{1B}"))
  }

  @Test func aReaderThatLeavesEarlyIsNoFailure() throws {
    let script = #"{ "$tool" mask rules --page; echo $? > status; } | head -1"#
    let result = try work.tool.shell(script)
    result.expect(0)
    #expect(result.output == "# Design rules\n")
    #expect(try work.text("status") == "0\n")
    // The status is that of the work, though nobody reads the result.
    let changed = #"{ "$tool" recipe diff "$1" "$2"; echo $? > status; } | true"#
    let recipes = ["pcu-mapbi3", "pin-diode"].map { Checkout.path("Recipes/\($0).yaml") }
    _ = try work.tool.shell("set -- '\(recipes[0])' '\(recipes[1])'; \(changed)")
    #expect(try work.text("status") == "1\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
  func aResultThatCannotBeWrittenIsAFailure() throws {
    let result = try work.tool.shell(#""$tool" mask rules > /dev/full"#)
    result.expectRefusal(2, "error: can't write the result: No space left on device")
  }

  @Test func messagesComeAsJSONLinesWhereAsked() throws {
    try work.write("format: pcu-fab recipe 1\nnaem: x\n", to: "bad.yaml")
    let result = try work.tool("recipe", "validate", "bad.yaml", "--diagnostics", "json")
    #expect(result.end == .exit(1))
    let lines = result.error.split(separator: "\n")
    #expect(lines.count >= 2)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let keys = Set(try #require(object).keys)
      #expect(keys.isSuperset(of: ["version", "code", "severity", "summary", "notes", "fixes"]))
      #expect(keys.isSuperset(of: ["file", "line", "column", "length"]))
    }
  }
}

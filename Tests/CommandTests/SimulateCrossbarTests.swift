import Foundation
import Testing

/// `simulate crossbar`.
@Suite struct SimulateCrossbarTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  @Test func linesCostCurrentAndVoltage() throws {
    let result = try work.tool("simulate", "crossbar", "--rows", "32", "--columns", "24", "--json")
    result.expect(0)
    let report = try result.object()
    #expect(report["rows"] as? Int == 32)
    #expect((report["outputAmpere"] as? [Double])?.count == 24)
    let mean = try #require(report["meanErrorPercent"] as? Double)
    let largest = try #require(report["largestErrorPercent"] as? Double)
    #expect(mean > 0.5 && mean < largest && largest < 20)
    // Current is lost everywhere, most in the column farthest from the sources.
    let outputs = try #require(report["outputAmpere"] as? [Double])
    let ideal = try #require(report["idealAmpere"] as? [Double])
    #expect(zip(outputs, ideal).allSatisfy { $0 < $1 })
    #expect(try #require(report["worstColumn"] as? Int) > 12)
    #expect(try #require(report["residual"] as? Double) < 1e-9)
  }

  @Test func withoutResistanceNothingIsLost() throws {
    let result = try work.tool(
      "simulate",
      "crossbar",
      "--rows",
      "8",
      "--columns",
      "8",
      "--word-segment",
      "0 ohm",
      "--bit-segment",
      "0 ohm",
      "--json"
    )
    result.expect(0)
    #expect(try #require(try result.object()["largestErrorPercent"] as? Double) < 1e-8)
  }

  @Test func selectorsAreSolvedByNewton() throws {
    let arguments = [
      "simulate", "crossbar", "--rows", "16", "--columns", "70", "--selector", "--svg", "c.svg",
      "--csv", "c.csv",
    ]
    let result = try work.tool(arguments)
    result.expect(0)
    #expect(result.output.contains("16 x 70 memristors with selectors, read with 800 mV"))
    #expect(try work.text("c.csv").split(separator: "\n").count == 71)
    let picture = try work.bytes("c.svg")
    #expect(try work.text("c.svg").contains("means of blocks of cells"))
    try work.tool(arguments).expectRefusal(2, "c.svg", "[foreign-output]")
    try work.tool(arguments + ["--force"]).expect(0)
    #expect(try work.bytes("c.svg") == picture)
  }

  @Test(
    arguments: [
      (["--rows", "0"], "--rows: error: an array of 0 x 64 cells"),
      (["--columns=-3"], "--columns: error: an array of 64 x -3 cells"),
      (["--rows", "100000", "--columns", "100000"], "--rows: error: 100000 x 100000 cells"),
      (["--word-segment", "-1 ohm"], "--word-segment"),
      (["--amplitude", "0 V"], "--amplitude"),
      (["--smallest-conductance", "0 S"], "--smallest-conductance"),
      (["--smallest-conductance", "1 mS"], "expected at most --largest-conductance"),
    ]
  )
  func valuesThatMakeNoSenseAreRefused(options: [String], text: String) throws {
    try work.tool(["simulate", "crossbar"] + options).expectRefusal(64, text)
  }
}

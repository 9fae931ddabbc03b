import Foundation
import Testing

@Suite struct SimulateProgramTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func program(_ options: String...) throws -> ToolResult {
    try work.tool(["simulate", "program", "--from", "10 µS", "--to", "100uS"] + options)
  }

  @Test(arguments: 1...5) func thePublishedPulsesReachTheTarget(seed: Int) throws {
    let result = try program("--json", "--seed", "\(seed)")
    result.expect(0)
    let report = try result.object()
    #expect(report["outcome"] as? String == "converged")
    #expect(abs(try #require(report["relativeErrorPercent"] as? Double)) <= 1)
    let steps = try #require(report["steps"] as? [[String: Any]])
    let pulses = steps.filter { $0["kind"] as? String == "pulse" }
    #expect(pulses.first?["voltageVolt"] as? Double == 0.2)
    #expect(pulses.allSatisfy { $0["widthSecond"] as? Double == 0.02 })
    let drift = try #require(report["drift"] as? [String: Any])
    #expect(drift["isWithinLimit"] as? Bool == true)
    #expect(drift["afterSecond"] as? Double == 600)
  }

  @Test func stepsAndVerdictArePrinted() throws {
    let result = try program("--svg", "p.svg", "--csv", "w.csv")
    result.expect(0)
    #expect(result.output.contains("10 µS to 100 µS within 1 %, seed 1"))
    #expect(result.output.contains("target reached: "))
    #expect(result.output.contains("% after 600 s, within 1 %"))
    #expect(result.output.contains("reads  harmless"))
    #expect(try work.text("p.svg").contains("target ± 1 %"))
    let rows = try work.text("w.csv").split(separator: "\n")
    #expect(rows[0] == "time (s),voltage (V)")
    #expect(rows[1] == "0.0,0.0")
    let times = rows.dropFirst()
      .compactMap { $0.split(separator: ",").first.flatMap { Double($0) } }
    #expect(times == times.sorted())
    #expect((rows.count - 1).isMultiple(of: 4))
  }

  @Test func equalSeedsGiveEqualTraces() throws {
    let first = try program("--seed", "9", "--json")
    #expect(try program("--seed", "9", "--json").outputBytes == first.outputBytes)
    #expect(try program("--seed", "8", "--json").outputBytes != first.outputBytes)
  }

  @Test func tooFewPulsesAreAFinding() throws {
    let result = try program("--pulses", "3")
    result.expect(1)
    #expect(result.error.contains("error: 3 pulses left the conductance -8"))
    #expect(result.error.contains("[target-not-reached]"))
    #expect(result.output.contains("target NOT reached"))
  }

  @Test func readingsThatWriteAreWarnedOf() throws {
    let marginal = try program("--read", "0.25 V")
    #expect(marginal.error.contains("--read: warning: "))
    #expect(marginal.error.contains("as strong as the first pulse"))
    #expect(marginal.error.contains("[read-disturbance]"))
    let disturbing = try program("--read", "0.6 V", "--tolerance", "5 %")
    #expect(disturbing.error.contains("change the state by"))
  }

  @Test(arguments: [
    (["--from", "0 S"], "--from: error: found 0 S; expected 1 µS to 1.25 mS"),
    (["--to", "-5 µS"], "--to: error"), (["--to", "1 S"], "--to: error: found 1 S"),
    (["--start", "0 V"], "--start: error"), (["--step", "-0.1 V"], "--step: error"),
    (["--limit", "0.1 V"], "--limit: error: found 100 mV; expected at least --start"),
    (["--width", "0 s"], "--width: error"), (["--read-width", "-1 ms"], "--read-width: error"),
    (["--read", "0 V"], "--read: error"), (["--gap", "-1 s"], "--gap: error"),
    (["--tolerance", "0 %"], "--tolerance: error"),
    (["--tolerance", "100 %"], "--tolerance: error"),
    (["--pulses", "0"], "--pulses: error"), (["--area", "0 mm2"], "--area: error"),
  ])
  func absurdValuesAreUsageErrors(options: [String], text: String) throws {
    var arguments = ["simulate", "program"]
    if options[0] != "--from" { arguments += ["--from", "10 µS"] }
    if options[0] != "--to" { arguments += ["--to", "100 µS"] }
    try work.tool(arguments + options).expectRefusal(64, text, "[out-of-range]")
  }

  @Test(arguments: [
    (["--from", "1 µS"], "--to"), (["--from", "1", "--to", "2 µS"], "the unit is missing"),
    (["--from", "1 µS", "--to", "2 ohm"], "'ohm' is the unit of a resistance"),
  ])
  func whatIsMissingIsAUsageError(options: [String], text: String) throws {
    try work.tool(["simulate", "program"] + options).expectRefusal(64, "Error: ", text)
  }
}

import Foundation
import Testing

/// `simulate operators`, `simulate modes` and `simulate calibrate`.
@Suite struct SimulateOperatorsTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  @Test func everyOperatorStandsBesideItsPublishedFigure() throws {
    let result = try work.tool("simulate", "operators", "--units", "150", "--json")
    result.expect(0)
    let report = try result.object()
    let operators = try #require(report["operators"] as? [[String: Any]])
    let names = operators.compactMap { $0["name"] as? String }
    #expect(names.count == 16)
    for name in ["divider", "multiplier", "vmm", "softmax", "softplus", "sigmoid", "gelu"] {
      #expect(names.contains(name))
    }
    let published = ["divider": 5.66, "multiplier": 6.61, "vmm": 0.78, "softmax": 1.31]
    let hasNoLimit = ["softmaxComposed", "vmmSelectorAmplitude"]
    for one in operators {
      let name = try #require(one["name"] as? String)
      #expect(one["units"] as? Int == 150)
      let mean = try #require(one["meanRelativeErrorPercent"] as? Double)
      #expect(mean > 0 && mean < 15, "\(name) \(mean) %")
      #expect(one["verdict"] as? String == (hasNoLimit.contains(name) ? "noLimit" : "pass"))
      if let paper = published[name] { #expect(one["paperPercent"] as? Double == paper) }
    }
    #expect(operators.first { $0["name"] as? String == "gelu" }?["paperPercent"] == nil)
  }

  @Test func equalSeedsGiveEqualBytes() throws {
    let arguments = [
      "simulate", "operators", "--units", "40", "--operators", "divider,softplus", "--seed", "7",
    ]
    let first = try work.tool(arguments + ["--svg", "a.svg", "--csv", "a.csv"])
    let again = try work.tool(arguments + ["--svg", "b.svg", "--csv", "b.csv"])
    first.expect(0)
    #expect(first.output.replacing("a.", with: "b.") == again.output)
    #expect(try work.bytes("a.svg") == work.bytes("b.svg"))
    #expect(try work.bytes("a.csv") == work.bytes("b.csv"))
    let table = try work.text("a.csv").split(separator: "\n")
    #expect(table[0] == "operator,first,second,ideal,output")
    #expect(table.count > 3000)
    #expect(try work.text("a.svg").contains("divider: output against truth"))
    let other = try work.tool(Array(arguments.dropLast()) + ["8"])
    #expect(other.output != first.output)
  }

  @Test func heatDrivesOperatorsBeyondTheirLimits() throws {
    let result = try work.tool(
      "simulate",
      "operators",
      "--units",
      "40",
      "--operators",
      "divider",
      "--temperature",
      "35 degC"
    )
    result.expect(1)
    #expect(result.output.contains("FAIL"))
    #expect(result.error.contains("divider is beyond its limit of 7.66 %"))
    #expect(result.error.contains("[operator-beyond-limit]"))
  }

  @Test func operatorsThatDoNotWorkAreNamed() throws {
    let result = try work.tool(
      "simulate",
      "operators",
      "--units",
      "5",
      "--operators",
      "vmmSelector,vmm",
      "--temperature",
      "100 K"
    )
    result.expect(1)
    // The diode takes more than the amplitude; vector products don't go through it.
    #expect(result.error.contains("vmmSelector can't reach current/A"))
    #expect(result.error.contains("[operator-not-studied]"))
    #expect(result.output.contains("no unit works"))
    let line = try #require(result.output.split(separator: "\n").first { $0.hasPrefix("vmm ") })
    #expect(line.hasSuffix("pass"))
  }

  @Test func amplifiersOfFiniteGainChangeTheirBenches() throws {
    func change(_ gain: String) throws -> Double {
      let result = try work.tool(
        "simulate",
        "operators",
        "--operators",
        "multiplier",
        "--units",
        "60",
        "--amplifier-gain",
        gain,
        "--json"
      )
      result.expect(0)
      let operators = try #require(try result.object()["operators"] as? [[String: Any]])
      return try #require(operators[0]["amplifierGainChangePercent"] as? Double)
    }
    // Errors of the virtual grounds are outputs over gain: ten times the gain, a tenth of the change.
    let (small, large) = (try change("1e4"), try change("1e5"))
    #expect(large > 0 && abs(small / large - 10) < 0.5)
  }

  @Test func whatCannotBeStudiedIsRefused() throws {
    func refuse(_ arguments: [String], _ text: String) throws {
      try work.tool(["simulate", "operators"] + arguments).expectRefusal(64, text)
    }
    try refuse(["--units", "0"], "--units: error: found 0; expected 1 or more")
    try refuse(["--operators", "dividr"], "no operator 'dividr'; did you mean 'divider'?")
    try refuse(["--temperature", "-300 degC"], "--temperature: error: temperature of -26.85 K")
    try refuse(["--amplifier-gain", "0"], "--amplifier-gain: error: found 0.0")
    try refuse(["--readout-spread", "200 %"], "--readout-spread")
    try refuse(["--spice", "x.cir"], "can hold the bench of one operator; 16 are chosen")
    #expect(work.names().isEmpty)
  }

  @Test func everyBenchIsWrittenForSPICE() throws {
    let result = try work.tool(
      "simulate",
      "operators",
      "--units",
      "60",
      "--operators",
      "multiplier",
      "--spice",
      "m.cir"
    )
    result.expect(0)
    let text = try work.text("m.cir")
    #expect(text.hasPrefix("* multiplier of nominal PCUs"))
    #expect(text.contains(".op"))
    #expect(text.split(separator: "\n").filter { $0.lowercased().hasPrefix("d1") }.count == 3)
  }

  @Test func modesNameStatesAndVoltages() throws {
    let result = try work.tool("simulate", "modes", "--json")
    result.expect(0)
    let report = try result.object()
    let modes = try #require(report["modes"] as? [[String: Any]])
    #expect(modes.count == 5)
    let sigmoid = try #require(modes.first { $0["mode"] as? String == "sigmoid" })
    #expect(sigmoid["binaryState"] as? String == "high")
    let drives = try #require(sigmoid["drives"] as? [[String: Any]])
    let reset = try #require(drives.first { $0["purpose"] as? String == "RESET M2" })
    // -0.4 V and five times 0.05 V of spread, from the silver at CL2 to the island at CL1.
    let volts = try #require(reset["voltageVolt"] as? Double)
    #expect(abs(volts + 0.65) < 1e-12)
    #expect(reset["positive"] as? String == "CL2")
    try work.tool("simulate", "modes").expect(0)
  }

  @Test func calibrationPrintsWhatIsFittedAndWhatIsPredicted() throws {
    let result = try work.tool("simulate", "calibrate", "--units", "200", "--json")
    #expect(result.end == .exit(0))
    #expect(result.error.contains("divider with a spread of"))
    let operators = try #require(try result.object()["operators"] as? [[String: Any]])
    for one in operators where one["isFitted"] as? Bool == true {
      let residual = try #require(one["residualPercent"] as? Double)
      #expect(abs(residual) < 0.01)
    }
    #expect(operators.contains { $0["isFitted"] as? Bool == false })
    let hopeless = try work.tool("simulate", "calibrate", "--units", "0")
    hopeless.expectRefusal(64, "--units")
  }
}

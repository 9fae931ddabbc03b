import Foundation
import Testing

@Suite struct SimulateIVTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  /// Writes a curve of the nominal diode.
  private func measure(_ name: String, more: [String] = []) throws {
    try work.tool(["simulate", "iv", "--csv", name] + more).expect(0)
  }

  @Test func theNominalDiodeRectifies() throws {
    let result = try work.tool("simulate", "iv", "--json")
    result.expect(0)
    let report = try result.object()
    let ratio = try #require(report["rectificationRatio"] as? Double)
    #expect(ratio > 1e6)
    #expect(report["temperatureKelvin"] as? Double == 298.15)
    #expect(report["areaMm2"] as? Double == 0.64)
    let range = try #require(report["exponentialRange"] as? [String: Any])
    #expect(try #require(range["rSquared"] as? Double) > 0.995)
    #expect((report["voltageVolt"] as? [Double])?.count == 201)
    #expect((report["currentAmpere"] as? [Double])?.count == 201)
  }

  @Test func twoDiodesBackToBackAreSymmetric() throws {
    let result = try work.tool("simulate", "iv", "--device", "pair")
    result.expect(0)
    #expect(result.output.contains("rectification          1\n"))
    #expect(result.output.contains("current at +1 V        1.001 nA"))
  }

  @Test func aBinaryMemristorSetsAndResets() throws {
    let result = try work.tool("simulate", "iv", "--device", "binary", "--json")
    result.expect(0)
    let binary = try #require(try result.object()["binary"] as? [String: Any])
    #expect(try #require(binary["setVoltageVolt"] as? Double) > 0.3)
    #expect(try #require(binary["resetVoltageVolt"] as? Double) < -0.1)
    #expect(try #require(binary["resistanceRatio"] as? Double) > 1e6)
    #expect(binary["isNonvolatile"] as? Bool == true)
    let again = try work.tool("simulate", "iv", "--device", "binary", "--json")
    #expect(again.outputBytes == result.outputBytes)
    let other = try work.tool("simulate", "iv", "--device", "binary", "--json", "--seed", "2")
    #expect(other.outputBytes != result.outputBytes)
  }

  @Test func aMultistateMemristorLearns() throws {
    let result = try work.tool("simulate", "iv", "--device", "multistate", "--svg", "m.svg")
    result.expect(0)
    #expect(result.output.contains("largest conductance  1.25 mS"))
    #expect(try work.text("m.svg").contains("multistate memristor"))
  }

  @Test func aSimulatedCurveIsFittedExactly() throws {
    try measure("m.csv", more: ["--ideality", "1.7", "--saturation-current", "3 nA"])
    let result = try work.tool("simulate", "iv", "--fit", "m.csv", "--json", "--svg", "f.svg")
    result.expect(0)
    let report = try result.object()
    let branch = try #require((report["branches"] as? [[String: Any]])?.first)
    func value(_ key: String) throws -> Double {
      try #require((branch[key] as? [String: Any])?["value"] as? Double)
    }
    #expect(abs(try value("ideality") - 1.7) < 1e-6)
    #expect(abs(try value("saturationCurrentAmpere") / 3e-9 - 1) < 1e-6)
    #expect(abs(try value("seriesResistanceOhm") / 100 - 1) < 1e-6)
    #expect(branch["isDiode"] as? Bool == true)
    #expect(report["hysteresis"] == nil)
    #expect(try work.text("f.svg").contains("residuals"))
  }

  @Test func whatIsLeftOutIsSaidWithItsLine() throws {
    try measure("m.csv")
    var lines = try work.text("m.csv").split(separator: "\n").map(String.init)
    lines[20] = "-0.81,9.91E37"
    lines[30] = "what,1e-9"
    lines[40] = "-0.61,nan"
    // There and back, with a fifth more current.
    let back = lines.dropFirst().reversed()
      .compactMap { line -> String? in
        let parts = line.split(separator: ",").compactMap { Double($0) }
        return parts.count == 2 ? "\(parts[0]),\(parts[1] * 1.2)" : nil
      }
    try work.write((lines + back).joined(separator: "\r\n"), to: "loop.csv")
    let result = try work.tool("simulate", "iv", "--fit", "loop.csv")
    #expect(result.end == .exit(0))
    #expect(result.error.contains("loop.csv:31:1: warning: this row is left out: found 'what'"))
    #expect(result.error.contains("[malformed-row]"))
    #expect(result.output.contains("left out: 1 x overflow mark, line 21"))
    #expect(result.output.contains("left out: 1 x not a number, line 41"))
    #expect(result.output.contains("rising branch"))
    #expect(result.output.contains("falling branch"))
    #expect(result.output.contains("hysteresis: yes, mean 0.0"))
  }

  @Test func aFileWithoutHeaderIsReadWithARemark() throws {
    try measure("m.csv")
    let rows = try work.text("m.csv").split(separator: "\n").dropFirst().joined(separator: "\n")
    try work.write(rows, to: "bare.csv")
    let result = try work.tool("simulate", "iv", "--fit", "bare.csv")
    #expect(result.end == .exit(0))
    #expect(result.error.contains("bare.csv:1:1: note: no header"))
    #expect(result.error.contains("[assumed-columns]"))
  }

  @Test(arguments: [
    ("", "the file has no rows", "no-measurement"),
    ("V (V),I (A)\nx,y\n", "no row of this file gives", "no-measurement"),
    ("time,force\n1,2\n", "found 'time', 'force'", "unknown-column"),
    ("V (V),I (A)\n0.1,1e-9\n", "1 point is left for the fit; 8 are needed", "fit-failed"),
    ("V (V),I (A)\n0.1,1e-9\n0.2,nan\n", "left out: not a number, line 3", "fit-failed"),
  ])
  func filesThatCannotBeFittedAreRefused(text: String, message: String, code: String) throws {
    try work.write(text, to: "m.csv")
    try work.tool("simulate", "iv", "--fit", "m.csv")
      .expectRefusal(2, "m.csv", message, "[\(code)]")
  }

  @Test func aReversedDiodeIsNamed() throws {
    try measure("m.csv")
    let rows = try work.text("m.csv").split(separator: "\n").dropFirst()
      .compactMap { line -> String? in
        let parts = line.split(separator: ",").compactMap { Double($0) }
        return "\(-parts[0]),\(-parts[1])"
      }
    try work.write((["V (V),I (A)"] + rows).joined(separator: "\n"), to: "r.csv")
    try work.tool("simulate", "iv", "--fit", "r.csv")
      .expectRefusal(2, "no diode in this polarity", "swap the polarity", "[fit-failed]")
  }

  @Test func aCurveThatIsNoDiodeIsAFinding() throws {
    // A resistor that turns into another one.
    let rows = (1...60)
      .map { index -> String in
        let voltage = 0.02 * Double(index)
        let bump = index.isMultiple(of: 7) ? 30.0 : 1
        return "\(voltage),\(1e-9 * exp(voltage / 0.1) * bump)"
      }
    try work.write((["V (V),I (A)"] + rows).joined(separator: "\n"), to: "n.csv")
    let result = try work.tool("simulate", "iv", "--fit", "n.csv")
    result.expect(1)
    #expect(result.error.contains("expected at least 0.995 [poor-fit]"))
    #expect(result.output.contains("NOT a diode"))
  }

  @Test(arguments: [
    (["--ideality", "0"], "--ideality: error: ideality factor of 0; expected 0.5...10.0"),
    (["--temperature", "-300 °C"], "--temperature: error: temperature of -26.85 K"),
    (["--series-resistance", "-5 ohm"], "--series-resistance: error: series resistance of -5 ohm"),
    (["--shunt-resistance", "0 ohm"], "--shunt-resistance: error"),
    (["--saturation-current", "-1 nA"], "--saturation-current: error"),
    (["--area", "0 mm2"], "--area: error"), (["--area", "-1 mm2", "--device", "binary"], "--area"),
    (["--points", "1"], "--points: error: found 1; expected 2 to 100001"),
    (["--from", "1 V", "--to", "-1 V"], "--to: error: found -1 V; expected more than --from"),
    (["--to", "1e30 V"], "--to: error"), (["--compliance", "0 A"], "--compliance: error"),
    (["--device", "multistate", "--conductance", "1 S"], "--conductance: error"),
    (["--device", "binary", "--from", "0.5 V"], "contains 0 V"),
    (["--device", "multistate", "--dwell", "0 s"], "--dwell: error"),
    (["--svg", "same", "--csv", "same"], "[duplicate-name]"),
  ])
  func absurdValuesAreUsageErrors(options: [String], text: String) throws {
    try work.tool(["simulate", "iv"] + options).expectRefusal(64, text)
    #expect(work.names().isEmpty)
  }

  @Test(arguments: [
    (["--device", "triode"], "triode"), (["--temperature", "20"], "the unit is missing"),
    (["--temperature", "20 s"], "'s' is the unit of a time"),
    (["--from", "1,5 V"], "decimal point"),
    (["--to", "5 volts"], "no unit 'volts'"), (["--resolution", "1 pA"], "is for --fit"),
    (["--fit", "x.csv", "--ideality", "2"], "--ideality describes a simulation"),
    (["--seed", "2"], "--seed changes nothing about --device diode"),
    (["--device", "binary", "--temperature", "300 K"], "--temperature changes nothing about"),
    (["--device", "multistate", "--ideality", "2"], "--ideality changes nothing about"),
  ])
  func unknownWordsAreUsageErrors(options: [String], text: String) throws {
    try work.tool(["simulate", "iv"] + options).expectRefusal(64, "Error: ", text)
  }

  @Test func existingFilesAreKept() throws {
    try work.write("mine", to: "x.svg")
    try work.tool("simulate", "iv", "--svg", "x.svg", "--csv", "y.csv")
      .expectRefusal(2, "x.svg", "add --force", "[foreign-output]")
    #expect(work.names() == ["x.svg"])
    try work.tool("simulate", "iv", "--svg", "x.svg", "--csv", "y.csv", "--force").expect(0)
    #expect(try work.text("x.svg").hasPrefix("<?xml"))
    #expect(try work.text("y.csv").hasPrefix("voltage (V),current (A)\n-1.0,"))
  }

  @Test func equalRunsWriteEqualFiles() throws {
    try work.tool("simulate", "iv", "--svg", "a.svg", "--csv", "a.csv").expect(0)
    try work.tool("simulate", "iv", "--svg", "b.svg", "--csv", "b.csv").expect(0)
    #expect(try work.bytes("a.svg") == work.bytes("b.svg"))
    #expect(try work.bytes("a.csv") == work.bytes("b.csv"))
  }
}

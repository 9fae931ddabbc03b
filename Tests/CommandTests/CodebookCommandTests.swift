import Foundation
import Testing

/// `codebook build`, `show`, `import` and `export`.
@Suite struct CodebookCommandTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  /// Builds a small codebook of some operators.
  private func build(_ out: String, _ arguments: String...) throws -> ToolResult {
    try work.tool(
      [
        "codebook", "build", "--out", out, "--units", "24", "--points", "64",
        "--surface-points", "8",
      ] + arguments
    )
  }

  private static let hasNumPy: Bool = {
    let result = try? RunTool(folder: NSTemporaryDirectory()).shell("python3 -c 'import numpy'")
    return result?.end == .exit(0)
  }()

  @Test func everyOperatorIsTabulated() throws {
    let result = try build("a.codebook", "--json")
    result.expect(0)
    let report = try result.object()
    let operators = try #require(report["operators"] as? [[String: Any]])
    #expect(
      operators.compactMap { $0["name"] as? String } == [
        "divider", "multiplier", "vmm", "exponential", "softmax", "softmaxComposed",
        "softmaxTailCurrent", "softplus", "sigmoid", "gelu",
      ]
    )
    for one in operators {
      let error = try #require(one["meanRelativeErrorPercent"] as? Double)
      #expect(error > 0.05 && error < 20)
    }
    let identity = try #require(report["identity"] as? [String: Any])
    #expect(identity["source"] as? String == "bench")
    #expect(identity["wafer"] as? String == "population")
    #expect(identity["name"] as? String == "a")
    let shown = try work.tool("codebook", "show", "a.codebook", "--svg", "a.svg")
    shown.expect(0)
    #expect(shown.output.contains(try #require(report["sha256"] as? String)))
    let picture = try work.text("a.svg")
    #expect(picture.contains("softplus: mean of 24 units"))
    #expect(picture.contains("multiplier: spread of the gain"))
  }

  @Test func equalSeedsGiveEqualBytes() throws {
    try build("a.codebook", "--operators", "gelu,divider", "--name", "n").expect(0)
    try build("b.codebook", "--operators", "gelu,divider", "--name", "n").expect(0)
    #expect(try work.bytes("a.codebook") == work.bytes("b.codebook"))
    try build("c.codebook", "--operators", "gelu,divider", "--name", "n", "--seed", "2").expect(0)
    #expect(try work.bytes("a.codebook") != work.bytes("c.codebook"))
    let again = try build("a.codebook", "--operators", "gelu")
    #expect(again.end == .exit(2) && again.error.contains("--force"))
  }

  @Test func aLayoutLendsItsSitesAndHashes() throws {
    let result = try build(
      "a.codebook",
      "--layout",
      Checkout.root + "/Layouts/wafer-4in-101.yaml",
      "--operators",
      "multiplier,vmm",
      "--json"
    )
    result.expect(0)
    let report = try result.object()
    let identity = try #require(report["identity"] as? [String: Any])
    #expect(identity["source"] as? String == "layout")
    #expect((identity["recipeHash"] as? String)?.count == 64)
    #expect((identity["layoutHash"] as? String)?.count == 64)
    let operators = try #require(report["operators"] as? [[String: Any]])
    for one in operators { #expect(try #require(one["places"] as? Int) > 5) }
  }

  @Test(.enabled(if: hasNumPy, "needs python3 with NumPy"))
  func theDocumentedSnippetReadsIt() throws {
    try build("a.codebook", "--operators", "softplus,multiplier,softmax,vmm").expect(0)
    let page = try Checkout.text("Documentation/Codebooks.md")
    let parts = page.components(separatedBy: "```python\n")
    try #require(parts.count == 2)
    let script = try #require(parts[1].components(separatedBy: "\n```").first)
    let checks = """

      assert tables["softplus/means"].shape == (64,)
      unit = tables["softplus/means"] + tables["softplus/scores"][3] @ tables["softplus/components"]
      units = tables["softplus/means"] + tables["softplus/scores"] @ tables["softplus/components"]
      assert np.abs(units.std(axis=0, ddof=1) / tables["softplus/spreads"] - 1).max() < 0.05
      assert np.abs(units.mean(axis=0) - tables["softplus/means"]).max() < 1e-6
      assert tables["softmax/lanes"].shape == (24, 3, 2, 5)
      low, high = header["entries"][-1]["curve"]["domain"]
      x = np.linspace(low, high, 64)
      assert np.abs(tables["softplus/means"] - np.log1p(np.exp(x))).max() < 0.1
      """
    try work.write(script + checks + "\n", to: "read.py")
    let result = try work.tool.shell("python3 read.py a.codebook")
    result.expect(0)
    #expect(
      result.output
        == "multiplier surface 24\nvmm weights 24\nsoftmax softmax 24\nsoftplus curve 24\n"
    )
  }

  @Test func tensorsAreThoseOfTheTables() throws {
    try build("a.codebook", "--operators", "softplus,multiplier").expect(0)
    let result = try work.tool("codebook", "export", "a.codebook", "--safetensors", "a.safetensors")
    result.expect(0)
    let bytes = try work.bytes("a.safetensors")
    let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = try #require(
      try JSONSerialization.jsonObject(with: bytes.dropFirst(8).prefix(length)) as? [String: Any]
    )
    let means = try #require(header["softplus.means"] as? [String: Any])
    #expect(means["dtype"] as? String == "F64" && means["shape"] as? [Int] == [64])
    let surface = try #require(header["multiplier.spreads"] as? [String: Any])
    #expect(surface["dtype"] as? String == "F32" && surface["shape"] as? [Int] == [8, 8])
    let metadata = try #require(header["__metadata__"] as? [String: String])
    #expect(try #require(metadata["codebook"]).contains("\"operator\":\"softplus\""))
    // The numbers stand in the codebook as they are.
    let offsets = try #require(means["data_offsets"] as? [Int])
    let tensor = bytes.dropFirst(8 + length)[...].dropFirst(offsets[0]).prefix(8 * 64)
    #expect(try work.bytes("a.codebook").range(of: tensor) != nil)
  }

  @Test func measuredCurvesAreImported() throws {
    var table = "input (V),output (nA),unit\n"
    for (unit, amplitude) in [("left", 900.0), ("right", 1100)] {
      for step in 0...40 {
        let volts = Double(step) / 40
        table += "\(volts),\(amplitude * log1p(exp(11 * (volts - 0.45)))),\(unit)\n"
      }
    }
    try work.write(table, to: "softplus.csv")
    let result = try work.tool(
      "codebook",
      "import",
      "softplus.csv",
      "--operator",
      "softplus",
      "--out",
      "m.codebook",
      "--wafer",
      "W7",
      "--json"
    )
    #expect(result.end == .exit(0))
    #expect(result.error.contains("no input of a unit was read twice"))
    let report = try result.object()
    #expect((report["identity"] as? [String: Any])?["wafer"] as? String == "W7")
    let entry = try #require((report["operators"] as? [[String: Any]])?.first)
    #expect(entry["units"] as? Int == 2)
    #expect(try #require(entry["meanRelativeErrorPercent"] as? Double) < 0.01)
    try work.tool("codebook", "show", "m.codebook").expect(0)
  }

  @Test func badRowsRefuseTheFileByLine() throws {
    var rows = (0..<20).map { "\(Double($0) / 20),\($0)e-9" }
    rows[4] = "0.2,nan"
    rows[9] = "0.45"
    try work.write("input (V),output (A)\n" + rows.joined(separator: "\n") + "\n", to: "bad.csv")
    func run(_ file: String, _ name: String) throws -> ToolResult {
      try work.tool("codebook", "import", file, "--operator", name, "--out", "m.codebook")
    }
    let result = try run("bad.csv", "softplus")
    #expect(result.end == .exit(2))
    #expect(result.error.contains("bad.csv:6:5") && result.error.contains("bad.csv:11:"))
    try work.write("input,output\n0,1\n", to: "plain.csv")
    #expect(try run("plain.csv", "softplus").error.contains("[missing-unit]"))
    #expect(try run("plain.csv", "gelu").error.contains("8 or more are needed"))
    try work.write("input (V),output (ohm)\n0,1\n", to: "ohm.csv")
    #expect(try run("ohm.csv", "softplus").error.contains("[unknown-unit]"))
    #expect(try run("plain.csv", "divider").error.contains("[unknown-operator]"))
    #expect(!work.names().contains("m.codebook"))
  }

  @Test func damagedFilesAreRefused() throws {
    try build("a.codebook", "--operators", "softplus").expect(0)
    let bytes = try work.bytes("a.codebook")
    try work.write(bytes.dropLast(100), to: "short.codebook")
    #expect(try work.tool("codebook", "show", "short.codebook").error.contains("[truncated-file]"))
    var flipped = bytes
    flipped[flipped.count - 40] ^= 1
    try work.write(flipped, to: "flipped.codebook")
    let result = try work.tool("codebook", "show", "flipped.codebook")
    #expect(result.end == .exit(2) && result.error.contains("have the hash"))
    try work.write("hello", to: "text.codebook")
    #expect(try work.tool("codebook", "show", "text.codebook").error.contains("[unknown-format]"))
  }

  @Test func whatCannotBeBuiltIsRefused() throws {
    #expect(try build("a.codebook", "--operators", "add").error.contains("vmm for everything"))
    #expect(
      try work.tool("codebook", "build", "--out", "a.codebook", "--units", "0").error
        .contains("1...10000")
    )
    #expect(
      try work.tool("codebook", "build", "--out", "a.codebook", "--points", "3").end == .exit(64)
    )
    #expect(work.names().isEmpty)
  }
}

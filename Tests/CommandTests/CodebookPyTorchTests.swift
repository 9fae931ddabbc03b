import Foundation
import Testing

/// `codebook export --pytorch`, and the programs of the manual that use what it writes.
@Suite struct CodebookPyTorchTests {
  private let work: WorkFolder

  init() throws {
    work = try WorkFolder()
    try work.tool(
      "codebook",
      "build",
      "--out",
      "a.codebook",
      "--units",
      "12",
      "--points",
      "32",
      "--surface-points",
      "8"
    )
    .expect(0)
  }

  /// An interpreter that has PyTorch: that of the path, or Debian's.
  private static let interpreter = ["python3", "/usr/bin/python3"]
    .first { name in
      let result = try? RunTool(folder: NSTemporaryDirectory()).shell("\(name) -c 'import torch'")
      return result?.end == .exit(0)
    }

  private func export(_ arguments: String...) throws -> ToolResult {
    try work.tool(["codebook", "export", "a.codebook"] + arguments)
  }

  @Test func aFolderHoldsTheModuleAndTheTables() throws {
    let result = try export("--pytorch", "torch", "--json")
    result.expect(0)
    #expect(work.names("torch") == ["pcu_codebook.py", "tables.codebook"])
    #expect(try work.bytes("torch/tables.codebook") == work.bytes("a.codebook"))
    #expect(try work.text("torch/pcu_codebook.py") == Checkout.text("Python/pcu_codebook.py"))
    let report = try result.object()
    #expect(report["tensors"] == nil && report["file"] == nil)
    let written = try #require(report["pytorch"] as? [String: Any])
    #expect(written["folder"] as? String == "torch")
    let files = try #require(written["files"] as? [[String: Any]])
    #expect(files.map { $0["name"] as? String } == ["pcu_codebook.py", "tables.codebook"])
    for file in files {
      let content = try work.bytes("torch/\(try #require(file["name"] as? String))")
      #expect(file["bytes"] as? Int == content.count)
      #expect((file["sha256"] as? String)?.count == 64)
    }
    let modules = try #require(written["modules"] as? [[String: Any]])
    let types = modules.compactMap { one in
      (one["name"] as? String).flatMap { name in (one["type"] as? String).map { (name, $0) } }
    }
    let table = Dictionary(uniqueKeysWithValues: types)
    #expect(table["softplus"] == "Curve" && table["divider"] == "GainSurface")
    #expect(table["softmaxTailCurrent"] == "Softmax" && table["vmm"] == "WeightErrors")
    #expect(modules.allSatisfy { $0["units"] as? Int == 12 })
  }

  @Test func whatIsThereIsKeptUnlessForced() throws {
    try export("--pytorch", "torch").expect(0)
    try work.write("mine", to: "torch/notes.txt")
    try work.write("old", to: "torch/pcu_codebook.py")
    let again = try export("--pytorch", "torch", "--safetensors", "a.safetensors")
    #expect(again.end == .exit(2))
    #expect(again.error.contains("[foreign-output]") && again.error.contains("--force"))
    #expect(try work.text("torch/pcu_codebook.py") == "old")
    #expect(!work.names().contains("a.safetensors"))
    let both = try export("--pytorch", "torch", "--safetensors", "a.safetensors", "--force")
    both.expect(0)
    #expect(both.output.contains("wrote a.safetensors"))
    #expect(both.output.contains("wrote torch/pcu_codebook.py, torch/tables.codebook"))
    #expect(try work.text("torch/notes.txt") == "mine")
    #expect(try work.text("torch/pcu_codebook.py") == Checkout.text("Python/pcu_codebook.py"))
    #expect(work.names("torch") == ["notes.txt", "pcu_codebook.py", "tables.codebook"])
  }

  @Test func somethingMustBeAskedFor() throws {
    let result = try export()
    #expect(result.end == .exit(64) && result.error.contains("--pytorch DIR"))
    try work.write("a file", to: "taken")
    #expect(try export("--pytorch", "taken").end == .exit(2))
    #expect(try work.text("taken") == "a file")
  }

  @Test(.enabled(if: interpreter != nil, "PyTorch isn't installed"))
  func theProgramsOfTheManualRun() throws {
    try export("--pytorch", "DIR").expect(0)
    let page = try Checkout.text("Documentation/Codebooks.md")
    let programs = page.components(separatedBy: "```py\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
    try #require(programs.count == 2)
    let between = """

      import math
      q, k, v = (torch.randn(2, 8, count, 4, requires_grad=True) for count in (5, 7, 7))
      mask = torch.zeros(2, 1, 1, 7, dtype=torch.bool)
      mask[1, :, :, 5:] = True

      """
    let end = """

      mixture.sum().backward()
      assert mixture.shape == (2, 8, 5, 4) and (v.grad[1, :, 5:] == 0).all()
      assert len(pcu_codebook.operators(model)) == 3
      """
    try work.write(programs[0] + between + programs[1] + end + "\n", to: "tune.py")
    var tool = work.tool
    tool.seconds = 300
    let result = try tool.shell("\(try #require(Self.interpreter)) tune.py")
    #expect(result.end == .exit(0), "\(result.error)")
    #expect(result.output.contains("'1': ("))
    #expect(work.names().contains("die1.pt"))
  }
}

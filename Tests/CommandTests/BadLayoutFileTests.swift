import Foundation
import Testing

/// Layout files that are cut short, broken or hostile, through `mask show`, `mask diff` and `mask check`.
@Suite struct BadLayoutFileTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func masks(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(Checkout.masks)/\(name)"))
  }

  /// Runs all three commands on a file; each must refuse it alike.
  private func expectRefusal(
    of name: String,
    _ texts: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for arguments in [["show", name], ["check", name], ["diff", name, name]] {
      let result = try work.tool(["mask"] + arguments)
      result.expect(2, sourceLocation: sourceLocation)
      #expect(result.output == "", sourceLocation: sourceLocation)
      for text in texts {
        #expect(
          result.error.contains(text),
          "'\(text)' isn't in:\n\(result.error)",
          sourceLocation: sourceLocation
        )
      }
    }
    #expect(work.names() == [name], sourceLocation: sourceLocation)
  }

  @Test(
    arguments: Fixture.codes(in: Fixture.folder, endings: ["svg", "dxf"])
      .filter { $0 != "rule-not-run" }
  )
  func everyDefectHasItsPlace(code: String) throws {
    let files = FileManager.default
    let name = try #require(
      ["svg", "dxf"].map { "\(code).\($0)" }
        .first { files.fileExists(atPath: "\(Fixture.folder)/\($0)") }
    )
    try files.copyItem(atPath: "\(Fixture.folder)/\(name)", toPath: "\(work.path)/\(name)")
    let result = try work.tool("mask", "show", name)
    result.expectMessage("error", code: code, file: name)
    try expectRefusal(of: name, ["\(name):", "[\(code)]"])
  }

  @Test(arguments: [0.1, 0.5, 0.9, 0.999])
  func aGDSIIFileThatWasCutShort(share: Double) throws {
    let whole = try masks("wafer-4in-101.gds")
    try work.write(whole.prefix(Int(Double(whole.count) * share)), to: "cut.gds")
    try expectRefusal(of: "cut.gds", ["cut.gds:byte ", "[truncated-file]"])
  }

  @Test(arguments: ["5-AU.dxf", "5-AU.cut.svg", "5-AU.view.svg"])
  func aTextFileThatWasCutShort(source: String) throws {
    let whole = try masks(source)
    let name = "cut." + (source.split(separator: ".").last ?? "")
    try work.write(whole.prefix(whole.count / 2), to: name)
    try expectRefusal(of: name, ["\(name):", "[truncated-file]"])
  }

  @Test func damagedBytesNeverCrash() throws {
    // Every 997th byte of the GDSII file is turned over, one file each at a few places.
    let whole = try masks("wafer-4in-101.gds")
    for offset in stride(from: 7, to: 4000, by: 499) {
      var copy = whole
      copy[offset] ^= 0xFF
      try work.write(copy, to: "damaged.gds")
      let result = try work.tool("mask", "show", "damaged.gds")
      #expect([.exit(0), .exit(2)].contains(result.end), "byte \(offset): \(result.error)")
      if result.end == .exit(2) { #expect(result.error.contains("damaged.gds")) }
    }
  }

  @Test func aCorruptGDSIIFileNamesTheRecord() throws {
    var bytes = try masks("wafer-4in-101.gds")
    // The length of the record after HEADER, which is six bytes long.
    bytes.replaceSubrange(6..<8, with: [0x00, 0x03])
    try work.write(bytes, to: "corrupt.gds")
    try expectRefusal(of: "corrupt.gds", ["corrupt.gds:byte 6", "the length 3", "[corrupt-file]"])
  }

  @Test func aCellThatContainsItselfIsNamed() throws {
    let bytes = StreamBytes.file(
      StreamBytes.structure("TOP", StreamBytes.reference("A")),
      StreamBytes.structure("A", StreamBytes.reference("B")),
      StreamBytes.structure("B", StreamBytes.reference("A"))
    )
    try work.write(bytes, to: "cycle.gds")
    try expectRefusal(of: "cycle.gds", ["cycle.gds", "'A'", "'B'", "[reference-cycle]"])
  }

  @Test func aMissingCellIsNamed() throws {
    try work.write(
      StreamBytes.file(StreamBytes.structure("TOP", StreamBytes.reference("PAD"))),
      to: "missing.gds"
    )
    try expectRefusal(of: "missing.gds", ["missing.gds:byte ", "'PAD'", "[unknown-reference]"])
  }

  @Test func aTowerOfReferencesIsNoBomb() throws {
    // 40 cells, each with the one below twice: 2^40 shapes.
    var structures = [StreamBytes.structure("C0", StreamBytes.square(0))]
    for level in 1...40 {
      let below = StreamBytes.reference("C\(level - 1)")
      structures.append(StreamBytes.structure("C\(level)", below + below))
    }
    try work.write(StreamBytes.file(structures), to: "tower.gds")
    var tool = work.tool
    tool.seconds = 20
    let result = try tool("mask", "show", "tower.gds")
    result.expectRefusal(2, "tower.gds: error: expanding the hierarchy gives", "[out-of-range]")
  }

  @Test func coordinatesThatOverflowAreNamed() throws {
    // The corner of a square at the end of the 32-bit range, placed so far again.
    let far = StreamBytes.square(Int(Int32.max) - 1000)
    let bytes = StreamBytes.file(
      StreamBytes.structure("A", far),
      StreamBytes.structure("TOP", StreamBytes.reference("A", at: Int(Int32.max) - 5000))
    )
    try work.write(bytes, to: "far.gds")
    try expectRefusal(of: "far.gds", ["far.gds", "[coordinate-overflow]"])
  }

  @Test(arguments: [
    ("1e30", "[coordinate-overflow]"), ("nan", "["), ("5000", "[coordinate-overflow]"),
  ])
  func drawingsBeyondTheRangeAreNamed(x: String, code: String) throws {
    try work.write(
      try String(contentsOfFile: Fixture.folder + "/rule-not-run.svg", encoding: .utf8)
        .replacing("L 2 1", with: "L \(x) 1"),
      to: "far.svg"
    )
    try expectRefusal(of: "far.svg", ["far.svg", code])
  }

  @Test func contoursBeyondTheRangeOfAreasAreNamed() throws {
    let drawing = try String(contentsOfFile: Fixture.folder + "/rule-not-run.svg", encoding: .utf8)
    // Two contours in one path, one of which reaches beyond ±1.07 m, both within ±2.147 m.
    try work.write(
      drawing.replacing("L 1 2 Z", with: "L 1 2 Z M 1 1 L 1500 1 L 1500 2 Z"),
      to: "far.svg"
    )
    try expectRefusal(of: "far.svg", ["far.svg:3:5: error: ", "±1.07 m", "[coordinate-overflow]"])
  }

  @Test(arguments: [
    ("empty.gds", ""), ("empty.dxf", ""), ("empty.svg", ""), ("nothing", ""),
    ("text.gds", "hello"), ("text.dxf", "hello\n"), ("text.svg", "hello"), ("text", "hello"),
    ("other.svg", "<html/>"),
  ])
  func filesThatAreSomethingElseAreRefused(name: String, text: String) throws {
    try work.write(text, to: name)
    try expectRefusal(of: name, [name, "error: ", "["])
  }

  @Test func aRuleThatCannotRunSaysSo() throws {
    let result = try work.tool("mask", "check", Fixture.folder + "/rule-not-run.svg")
    #expect(result.end == .exit(0))
    #expect(result.error.contains("alignment-marks didn't run: there are no two levels to align"))
    #expect(result.output.contains("not run"))
  }
}

import FabTestSupport
import Foundation
import Testing

/// Files that a lab really meets or that somebody made to do harm: each is refused with its line, and nothing changes.
@Suite struct BadInstrumentFileTests {
  private static let head = "Voltage (V),Current (A)\n0.0,1e-9\n"
  private static let table = "wafer,site,characteristic,value,unit\n"

  /// A file and what its refusal says.
  struct Bad: CustomTestStringConvertible {
    let title: String
    let text: String
    let words: [String]

    var testDescription: String { title }
  }

  static let texts: [Bad] = [
    Bad(title: "zero byte", text: head + "0.1,\u{0}2e-9\n", words: [":3", "zero byte"]),
    Bad(title: "lone quote", text: head + "\"0.1,2e-9\n", words: [":3", "quote"]),
    Bad(
      title: "a million columns",
      text: head + String(repeating: ",", count: 1_000_000) + "\n",
      words: [":3"]
    ),
    Bad(title: "long line", text: head + String(repeating: "1", count: 3_000_000), words: [":3"]),
    Bad(title: "hexadecimal", text: head + "0x10,2e-9\n", words: [":3", "0x10"]),
    Bad(title: "no number", text: head + "0.1,NaN\n", words: [":3", "NaN"]),
    Bad(title: "infinite", text: head + "0.1,Inf\n", words: [":3", "Inf"]),
    Bad(title: "decimal comma", text: head + "0.1,1,5\n", words: [":3"]),
    Bad(title: "no format", text: "hello world\n", words: ["none of the formats"]),
    Bad(
      title: "unknown wafer",
      text: table + "L7-01,A1.R1C1,edge,766,nm\n",
      words: [":2", "no wafer 'L7-01'"]
    ),
    Bad(
      title: "unknown site",
      text: table + "L1-01,Z9.R1C1,edge,766,nm\n",
      words: [":2", "no site 'Z9.R1C1'"]
    ),
    Bad(
      title: "unknown unit",
      text: table + "L1-01,A1.R1C1,edge,766,furlong\n",
      words: [":2", "furlong"]
    ),
    Bad(
      title: "hexadecimal in a table",
      text: table + "L1-01,A1.R1C1,edge,0x10,nm\n",
      words: [":2", "0x10"]
    ),
    Bad(
      title: "decimal comma in a table",
      text: table + "L1-01,A1.R1C1,edge,766,5,nm\n",
      words: [":2", "6 values"]
    ),
  ]

  private func refuses(
    _ lab: Lab,
    _ file: String,
    _ more: [String],
    words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try lab.tool("audit", "verify").output
    let result = try lab.tool(["measure", "import", file] + more)
    result.expect(2, sourceLocation: sourceLocation)
    #expect(result.output == "", sourceLocation: sourceLocation)
    for word in words {
      #expect(
        result.error.contains(word),
        "'\(word)' isn't in:\n\(result.error.prefix(2000))",
        sourceLocation: sourceLocation
      )
    }
    #expect(try lab.tool("audit", "verify").output == before, sourceLocation: sourceLocation)
  }

  @Test(arguments: texts) func textsAreRefusedWithTheirLine(_ bad: Bad) throws {
    let lab = try Lab.furnished()
    try lab.work.write(bad.text, to: "bad.csv")
    let curve = ["--wafer", "L1-01", "--site", "A1.R1C1", "--component", "D1"]
    try refuses(lab, "bad.csv", bad.text.hasPrefix("wafer") ? [] : curve, words: bad.words)
  }

  @Test func archivesThatDoHarmAreRefused() throws {
    let lab = try Lab.furnished()
    let curve = ["--wafer", "L1-01", "--site", "A1.R1C1"]
    let outside = StoredZip.bytes([("../../evil.xml", "<a/>")])
    try lab.work.write(Data(outside), to: "outside.brml")
    try refuses(lab, "outside.brml", curve, words: ["outside.brml"])
    var damaged = StoredZip.bytes([
      ("Experiment0/DataContainer.xml", "<RawDataReferenceList/>")
    ])
    // A letter of the content: its checksum doesn't fit any more.
    damaged[30 + 29 + 2] ^= 1
    try lab.work.write(Data(damaged), to: "damaged.brml")
    try refuses(lab, "damaged.brml", curve, words: ["damaged.brml"])
    var bomb = StoredZip.bytes([("Experiment0/DataContainer.xml", "<a/>")])
    // The directory claims four gigabytes for four bytes.
    let sizes = bomb.count - 22 - 46 - 29 + 24
    for index in sizes..<sizes + 4 { bomb[index] = 0xFE }
    try lab.work.write(Data(bomb), to: "bomb.brml")
    try refuses(lab, "bomb.brml", curve, words: ["bomb.brml"])
    #expect(!lab.work.names().contains("evil.xml"))
  }

  @Test func unknownNamesAreRefused() throws {
    let lab = try Lab.furnished()
    try lab.work.write(InstrumentText.spectra([("film", 766)]), to: "s.txt")
    try refuses(lab, "s.txt", ["--wafer", "L7-01", "--site", "A1.R1C1"], words: ["no wafer"])
    try refuses(lab, "s.txt", ["--wafer", "L1-01", "--site", "Z9"], words: ["no site 'Z9'"])
    try lab.tool("measure", "import", "s.txt", "--wafer", "L1-01")
      .expectRefusal(64, "it isn't known where 'film' was measured")
    try lab.tool("measure", "import", "s.txt", "--site", "A1.R1C1").expectRefusal(64, "--wafer")
    try lab.work.write(InstrumentText.diode(), to: "d.csv")
    let diode = ["measure", "import", "d.csv", "--wafer", "L1-01", "--site", "A1.R1C1"]
    try lab.tool(diode).expectRefusal(64, "of which component isn't known")
    try lab.tool(diode + ["--component", "D3"]).expectRefusal(64, "no component 'D3'")
    try lab.tool(diode + ["--component", "D1", "--format", "uvprob"])
      .expectRefusal(64, "did you mean 'uvprobe'")
  }

  @Test func badRowsAreLeftOutWhereAsked() throws {
    let lab = try Lab.furnished()
    try lab.work.write(InstrumentText.diode() + "0.56,oops\n", to: "d.csv")
    let arguments = [
      "d.csv", "--wafer", "L1-01", "--site", "A1.R1C1", "--component", "D1",
    ]
    try refuses(lab, "d.csv", Array(arguments.dropFirst()), words: ["d.csv:108", "oops"])
    let result = try lab.tool(["measure", "import"] + arguments + ["--skip-refused"])
    result.expect(1)
    #expect(result.output.contains("D1.ideality: 1.8"))
    // The record of the import keeps what was left out, and why.
    #expect(try lab.tool("measure", "list", "--imports", "--json").output.contains("oops"))
  }

  @Test func rowsAreLeftOutOnlyWhereThatWasAskedFor() throws {
    let lab = try Lab.furnished()
    try lab.work.write(
      "wafer,site,characteristic,value,unit\nL1-01,A1.R1C1,edge,765,nm\nL1-01,A1.R1C2,edge,x,nm\n",
      to: "rows.csv"
    )
    let refused = try lab.tool("measure", "import", "rows.csv")
    refused.expect(2)
    #expect(refused.error.contains("rows.csv:3:20: error: this row is refused: found 'x'"))
    #expect(!refused.error.contains("left out:"))
    #expect(refused.error.contains("a row can't be stored, so nothing was"))
    let skipped = try lab.tool("measure", "import", "rows.csv", "--skip-refused")
    skipped.expect(1)
    #expect(skipped.error.contains("rows.csv:3:20: warning: this row is left out: found 'x'"))
  }
}

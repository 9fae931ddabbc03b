import Foundation
import Testing

@Suite struct ReportCommandTests {
  @Test func aLotIsOnePageThatStandsAlone() throws {
    let lab = try Lab.measured()
    try lab.tool("hold", "wafer", "L1-02", "--reason", "edge <shorts>").expect(0)
    let written = try lab.tool(
      "report",
      "lot",
      "L1",
      "--out",
      "lot.html",
      "--figures",
      "figures",
      "--json"
    )
    written.expect(0)
    #expect(try written.object()["isGenerated"] as? Bool == true)
    let page = try lab.work.text("lot.html")
    for text in [
      "Report of lot L1: generated data", "Yields (generated data)", "95 % interval (Wilson)",
      "no limits frozen", "pcu-fab spc freeze filmThickness", "Failing bins of PCU", "run sheet",
      "edge &lt;shorts&gt;", "Genealogy of lot L1", "audit, last entry", "+12 %",
      "12 of 13 steps of run R1 aren&#39;t recorded", "@media print",
    ] {
      #expect(page.contains(text), "'\(text)' isn't in the page")
    }
    for text in ["<script", "src=\"http", "href=\"http", "<link"] { #expect(!page.contains(text)) }
    let figures = lab.work.names("figures")
    for name in [
      "bins-L1-02.svg", "gallery-bins.svg", "map-filmThickness.svg", "control-filmThickness.svg",
      "box-edge.svg", "pareto-PCU.svg", "genealogy.svg", "run-R1.svg", "figures.json",
    ] {
      #expect(figures.contains(name), "\(name) is missing")
    }
    #expect(try lab.work.text("figures/bins-L1-02.svg").contains("generated data"))
  }

  @Test func theSameDatabaseGivesTheSameBytes() throws {
    let lab = try Lab.measured()
    try lab.tool("report", "lot", "L1", "--out", "a.html", "--figures", "a").expect(0)
    var later = lab.tool
    later.environment["SOURCE_DATE_EPOCH"] = nil
    later.environment["TZ"] = "Asia/Kathmandu"
    later.environment["LC_ALL"] = "de_DE.UTF-8"
    try later("report", "lot", "L1", "--out", "b.html", "--figures", "b").expect(0)
    #expect(try lab.work.bytes("a.html") == lab.work.bytes("b.html"))
    for name in lab.work.names("a") {
      #expect(try lab.work.bytes("a/\(name)") == lab.work.bytes("b/\(name)"), "\(name) differs")
    }
  }

  @Test(arguments: [["wafer", "L1-02"], ["run", "R1"]])
  func wafersAndRunsHaveReportsToo(subject: [String]) throws {
    let lab = try Lab.measured()
    try lab.tool(["report"] + subject + ["--out", "x.html"]).expect(0)
    #expect(try lab.work.text("x.html").contains("Report of \(subject.joined(separator: " "))"))
  }

  @Test func allQuantitiesOfAComponentHavePictures() throws {
    let lab = try Lab.measured()
    try lab.tool("report", "wafer", "L1-01", "--figures", "all").expect(0)
    let measured = try lab.tool("measure", "list", "--json").list()
      .filter { $0["wafer"] as? String == "L1-01" }
      .compactMap { set -> String? in
        guard let name = set["characteristic"] as? String else { return nil }
        let component = set["component"] as? String ?? ""
        return component.isEmpty ? name : "\(component).\(name)"
      }
    #expect(measured.count > 10)
    for name in measured {
      #expect(lab.work.names("all").contains("map-\(name).svg"), "\(name)")
      #expect(lab.work.names("all").contains("box-\(name).svg"), "\(name)")
    }
    try lab.tool(
      "report",
      "wafer",
      "L1-01",
      "--figures",
      "some",
      "--characteristic",
      "ideality",
      "edge"
    )
    .expect(0)
    #expect(
      lab.work.names("some").filter { $0.hasPrefix("map-") }.sorted()
        == ["map-D1.ideality.svg", "map-D2.ideality.svg", "map-edge.svg"]
    )
  }

  @Test func whatIsMissingIsSaidWithTheCommandThatMakesIt() throws {
    let lab = try Lab.furnished()
    try lab.tool("wafer", "add", "T1", "--lot", "L1", "--bare").expect(0)
    try lab.tool("report", "lot", "L1", "--out", "lot.html").expect(0)
    let page = try lab.work.text("lot.html")
    for text in [
      "sort it with &#39;pcu-fab yield bin L1-01&#39;", "pcu-fab measure import",
      "start one with &#39;pcu-fab run start&#39;",
    ] {
      #expect(page.contains(text), "'\(text)' isn't in the page")
    }
    try lab.tool("report", "lot", "L1", "--out", "x.html", "--characteristic", "edge")
      .expectRefusal(64, "--characteristic", "nothing was measured of 'edge' on lot L1")
    try lab.tool("report", "lot", "L9", "--out", "x.html").expectRefusal(2, "there is no lot 'L9'")
    let none = try lab.tool("report", "lot", "L1")
    #expect(none.end == .exit(64))
    try lab.tool("report", "lot", "L1", "--out", "lot.html").expectRefusal(2, "the file exists")
  }

  @Test func aSheetGoesWithTheWafers() throws {
    let lab = try Lab.measured()
    let text = try lab.tool("run", "sheet", "R1")
    text.expect(0)
    #expect(text.output.contains("250 nm, 1 Å/s, 2500 s"))
    #expect(text.output.contains("! +12 %"))
    let steps = try #require(
      try lab.tool("run", "sheet", "R1", "--json").object()["steps"] as? [[String: Any]]
    )
    #expect(steps.count == 13)
    #expect(steps[5]["isMarked"] as? Bool == true)
    try lab.tool("run", "sheet", "R1", "--svg", "r.svg", "--html", "r.html").expect(0)
    #expect(try lab.work.text("r.svg").contains("width=\"210mm\" height=\"297mm\""))
    let blank = try lab.tool("run", "sheet", "--wafers", "4", "--svg", "blank.svg")
    blank.expect(0)
    #expect(try lab.work.text("blank.svg").contains("wafers (4)"))
    try lab.tool("run", "sheet", "--wafers", "0").expectRefusal(64, "1 to 200 wafers")
    #expect(try lab.tool("run", "sheet").end == .exit(64))
    try lab.tool("run", "sheet", "R9").expectRefusal(2, "there is no run 'R9'")
  }

  #if os(Linux)
  @Test(arguments: [
    ["export", "csv", "wafers", "--out"], ["export", "e142", "L1-02", "--out"],
    ["export", "g85", "L1-02", "--out"], ["export", "stdf", "L1-02", "--out"],
    ["export", "nomad", "R1", "--out"], ["run", "sheet", "R1", "--svg"],
    ["run", "sheet", "R1", "--html"], ["report", "lot", "L1", "--out"],
  ])
  func aFullDeviceIsASentence(arguments: [String]) throws {
    let lab = try Lab.measured()
    try lab.tool(arguments + ["/dev/full"])
      .expectRefusal(2, "/dev/full: error: can't write the file: No space left on device")
    #expect(FileManager.default.fileExists(atPath: "/dev/full"))
    let piped = try lab.tool.shell(
      "\"$tool\" \(arguments.joined(separator: " ")) out > /dev/full"
    )
    #expect(piped.end == .exit(2))
    #expect(piped.error.contains("can't write the result: No space left on device"))
  }

  @Test func aFullDeviceIsNoFolder() throws {
    let lab = try Lab.measured()
    for arguments in [["export", "csv", "all", "--out"], ["report", "lot", "L1", "--figures"]] {
      try lab.tool(arguments + ["/dev/full"]).expectRefusal(2, "/dev/full", "[not-writable]")
    }
  }
  #endif
}

import Foundation
import Testing

@Suite struct BinMapCommandTests {
  @Test(arguments: [
    (["e142", "L1-02", "--component", "all", "--out", "map"], true),
    (["stdf", "L1-02", "--out", "map"], true), (["stdf", "--lot", "L1", "--out", "map"], true),
    (["e142", "L1-02", "--out", "map"], false), (["g85", "L1-02", "--out", "map"], false),
  ])
  func binsComeBackInAnotherDatabase(export: [String], hasComponents: Bool) throws {
    let lab = try Lab.measured()
    try lab.tool(["export"] + export).expect(0)
    let other = try lab.other()
    let imported = try lab.tool(["yield", "import", "map", "--wafer", "L1-02"] + other)
    #expect(imported.end == .exit(0), "\(imported.error)")
    let all = try lab.bins("L1-02")
    #expect(all.count == 505)
    #expect(
      try lab.bins("L1-02", other) == (hasComponents ? all : all.filter { $0.hasPrefix("PCU") })
    )
    let again = try lab.tool(["yield", "import", "map", "--wafer", "L1-02"] + other)
    again.expect(0)
    #expect(again.output.contains("was imported before"))
    try lab.tool("db", "check", "--db", "other.sqlite").expect(0)
    // The same bytes twice: nothing of the clock or of the order of hashes is in them.
    let first = try lab.work.bytes("map")
    try lab.tool(["export"] + export + ["--force"]).expect(0)
    #expect(try lab.work.bytes("map") == first)
  }

  @Test func measuredValuesComeBackFromSTDF() throws {
    let lab = try Lab.measured()
    try lab.tool("export", "stdf", "L1-02", "--out", "l.stdf").expect(0)
    let other = try lab.other()
    try lab.tool(["measure", "import", "l.stdf"] + other).expect(0)
    /// Values by component, characteristic and site, as the single floats that the format has.
    func values(_ database: [String]) throws -> [String: String] {
      var result: [String: String] = [:]
      let sets = try lab.tool(["measure", "list", "--json"] + database).list()
        .filter { $0["wafer"] as? String == "L1-02" }
      for set in sets {
        #expect(set["generated"] as? Int == 1)
        let number = try #require(set["id"] as? Int)
        let shown = try lab.tool(["measure", "show", "\(number)", "--json"] + database).object()
        for value in try #require(shown["values"] as? [[String: Any]]) {
          let name =
            "\(set["component"] ?? "").\(set["characteristic"] ?? "") \(value["site"] ?? "")"
          result[name] = (value["value"] as? Double).map { "\(Float($0))" } ?? "none"
        }
      }
      return result
    }
    let stored = try values([])
    #expect(stored.count > 1000)
    #expect(try values(other) == stored)
    let again = try lab.tool(["measure", "import", "l.stdf"] + other)
    #expect(again.output.contains("was imported before"))
  }

  @Test func aComponentsMapIsItsOwn() throws {
    let lab = try Lab.measured()
    try lab.tool("export", "g85", "L1-02", "--component", "D1", "--out", "d1.xml").expect(0)
    let other = try lab.other()
    try lab.tool(
      ["yield", "import", "d1.xml", "--wafer", "L1-02", "--component", "D1"] + other
    )
    .expect(0)
    #expect(
      try lab.bins("L1-02", other) == lab.bins("L1-02").filter { $0.hasPrefix("D1") }
    )
    try lab.tool("export", "g85", "L1-02", "--component", "all", "--out", "x.xml")
      .expectRefusal(64, "a G85 map has the bins of one component")
    try lab.tool("export", "e142", "L1-02", "--component", "D9", "--out", "x.xml")
      .expectRefusal(64, "there is no component 'D9'")
    #expect(lab.work.names().contains("x.xml") == false)
  }

  @Test func theOriginOfImportedBinsIsNamed() throws {
    let lab = try Lab.measured()
    try lab.tool("export", "e142", "L1-02", "--out", "map.xml").expect(0)
    let result = try lab.tool("yield", "import", "map.xml", "--wafer", "L1-02", "--json")
    result.expect(0)
    try lab.tool("export", "csv", "binPasses", "--out", "passes.csv").expect(0)
    #expect(try lab.work.text("passes.csv").contains("E142 map.xml "))
    try lab.tool("export", "csv", "sourceFiles", "--out", "files.csv").expect(0)
    #expect(try lab.work.text("files.csv").contains("map.xml"))
  }

  /// Replacements in a good map, each with what the refusal says.
  @Test(arguments: [
    (
      "<MapData", "<!DOCTYPE MapData [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><MapData",
      "DOCTYPE"
    ),
    ("</MapData>", "", "truncated-file"),
    ("SubstrateId=\"L1-02\"", "SubstrateId=\"L1-01\"", "no map of 'L1-02'"),
    ("SubstrateId=\"L1-02\"", "SubstrateId=\"../L1-02\"", "is refused"),
    ("SubstrateId=\"L1-02\"", "SubstrateId=\"L1/02\"", "it has a '/'"),
    ("SubstrateId=\"L1-02\"", "SubstrateId=\"L1\u{202E}-02\"", "an invisible mark"),
    (
      "SubstrateId=\"L1-02\"", "SubstrateId=\"\(String(repeating: "L", count: 300))\"",
      "300 characters"
    ),
    ("BinCode=\"28\"", "BinCode=\"29\"", "bins without definition"),
  ])
  func badMapsAreRefusedAndNothingChanges(old: String, new: String, message: String) throws {
    let lab = try Lab.measured()
    try lab.tool("export", "e142", "L1-02", "--out", "map.xml").expect(0)
    let text = try lab.work.text("map.xml")
    #expect(text.contains(old))
    try lab.work.write(text.replacing(old, with: new), to: "bad.xml")
    let before = try lab.tool("audit", "verify").output
    try lab.tool("yield", "import", "bad.xml", "--wafer", "L1-02")
      .expectRefusal(2, "bad.xml", message)
    #expect(try lab.tool("audit", "verify").output == before)
  }

  @Test func binsThatTheRulesDoNotHaveAreRefused() throws {
    let lab = try Lab.measured()
    try lab.tool("export", "e142", "L1-02", "--out", "map.xml").expect(0)
    let text = try lab.work.text("map.xml")
    // 28 is 40 in hexadecimal digits: as 2A it would be a bin too, as 7C it is none.
    let strange = text.replacing("BinCode=\"28\"", with: "BinCode=\"7C\"")
      .replacing("28", with: "7C")
    try lab.work.write(strange, to: "bad.xml")
    try lab.tool("yield", "import", "bad.xml", "--wafer", "L1-02")
      .expectRefusal(2, "PCU has bins that the rules don't have: 124 (13 sites)", "--rules")
    try lab.work.write(text.replacing("\"Fail\"", with: "\"Pass\""), to: "bad.xml")
    try lab.tool("yield", "import", "bad.xml", "--wafer", "L1-02")
      .expectRefusal(2, "bin 40 of PCU is Pass in the file and Fail by the rules")
  }

  @Test func filesThatAreNoMapsAreRefused() throws {
    let lab = try Lab.measured()
    let wafer = ["--wafer", "L1-02"]
    try lab.work.write("", to: "empty")
    try lab.tool(["yield", "import", "empty"] + wafer).expectRefusal(2, "empty")
    try lab.work.write(Data((0..<4000).map { UInt8($0 & 255) }), to: "noise")
    try lab.tool(["yield", "import", "noise"] + wafer).expectRefusal(2, "noise")
    try lab.work.write("<svg/>", to: "x.svg")
    try lab.tool(["yield", "import", "x.svg"] + wafer).expectRefusal(2, "x.svg:1:1")
    try lab.tool("export", "stdf", "L1-02", "--out", "l.stdf").expect(0)
    try lab.work.write(try lab.work.bytes("l.stdf").prefix(3000), to: "cut.stdf")
    try lab.tool(["yield", "import", "cut.stdf"] + wafer).expectRefusal(2, "cut.stdf")
    try lab.work.write(Data(repeating: 0x20, count: 70_000_000), to: "huge.xml")
    try lab.tool(["yield", "import", "huge.xml"] + wafer).expectRefusal(2, "[file-too-large]")
  }

  @Test func whatHasNoBinsSaysWhichCommandMakesThem() throws {
    let lab = try Lab.furnished()
    for format in ["e142", "g85", "stdf"] {
      try lab.tool("export", format, "L1-01", "--out", "x")
        .expectRefusal(64, "was never binned", "yield bin L1-01")
    }
    try lab.tool("export", "nomad", "R1", "--out", "x").expectRefusal(2, "there is no run 'R1'")
    #expect(!lab.work.names().contains("x"))
  }

  @Test func aRunIsAnEvaporationPlan() throws {
    let lab = try Lab.measured()
    try lab.tool("export", "nomad", "R1", "--out", "plan.csv").expect(0)
    let text = try lab.work.text("plan.csv")
    #expect(text.hasPrefix("Material name,Organic,Base pressure,"))
    #expect(text.contains("thickness planned 250 nm, actual 280 nm (+12 %)"))
    #expect(text.contains("from PBI2-7"))
  }

  @Test func aPlanIsRecordedInAnotherDatabase() throws {
    let lab = try Lab.furnished()
    let step = ["run", "step", "R1", "pvk/deposit", "--thickness", "280 nm"]
    func start(_ database: [String]) throws {
      try lab.tool(
        ["run", "start", "R1", "--wafers", "L1-01", "--equipment", "EVAP1"] + database
      )
      .expect(0)
    }
    try start([])
    try lab.tool(
      step + ["--rate", "1.25 A/s", "--pressure", "0.0004 Pa", "--note", "slow, at first"]
    )
    .expect(0)
    try lab.tool("export", "nomad", "R1", "--out", "plan.csv").expect(0)
    let other = try lab.other()
    try lab.tool(["equipment", "add", "EVAP1", "--kind", "evaporator"] + other).expect(0)
    try start(other)
    let taken = try lab.tool(["run", "plan", "R1", "plan.csv"] + other)
    taken.expect(0)
    #expect(taken.output.contains("pvk/deposit: recorded"))
    #expect(taken.output.contains("as the recipe says, so nothing was recorded"))
    try lab.tool(["export", "nomad", "R1", "--out", "again.csv"] + other).expect(0)
    // Everything that has a column; notes come back in the words of the export.
    func columns(_ name: String) throws -> [[Substring]] {
      try lab.work.text(name).split(separator: "\r\n")
        .map { $0.split(separator: ",", maxSplits: 13, omittingEmptySubsequences: false) }
    }
    #expect(
      try columns("again.csv").map { $0.prefix(13) } == columns("plan.csv").map { $0.prefix(13) }
    )
    let again = try lab.tool(["run", "plan", "R1", "plan.csv"] + other)
    again.expect(0)
    #expect(again.output.contains("was taken before"))

    let plan = try lab.work.text("plan.csv")
    try lab.work.write(plan.replacing("pressures in Pa", with: "x"), to: "foreign.csv")
    try lab.tool(["run", "plan", "R1", "foreign.csv"] + other)
      .expectRefusal(2, "foreign.csv", "doesn't say in which unit", "--pressure-unit")
    let first = try #require(try columns("plan.csv").dropFirst().first?.first)
    try lab.work.write(plan.replacing("\(first),", with: "butter,"), to: "bad.csv")
    try lab.tool(["run", "plan", "R1", "bad.csv"] + other)
      .expectRefusal(2, "bad.csv", "film 1 is 'butter'", "deposits \(first) there")
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint"), "needs xmllint")
  )
  func anotherReaderTakesTheXML() throws {
    let lab = try Lab.measured()
    try lab.tool("export", "e142", "L1-02", "--component", "all", "--out", "a.xml").expect(0)
    try lab.tool("export", "g85", "L1-02", "--out", "g.xml").expect(0)
    try lab.tool("report", "lot", "L1", "--figures", "figures").expect(0)
    let result = try lab.tool.shell("xmllint --noout --nonet a.xml g.xml figures/*.svg")
    #expect(result.end == .exit(0), "\(result.error)")
  }
}

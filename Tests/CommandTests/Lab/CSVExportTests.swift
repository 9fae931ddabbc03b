import Foundation
import Testing

@Suite struct CSVExportTests {
  /// A lab with something in every table that a command can fill.
  private func lab() throws -> Lab {
    let lab = try Lab.measured()
    try lab.work.write(
      "wafer,x,y,characteristic,value,u,unit\nL1-01,1.25,-3.5,edge,764.5,0.1,nm\n",
      to: "place.csv"
    )
    try lab.tool("measure", "import", "place.csv").expect(0)
    try lab.tool("hold", "wafer", "L1-02", "--reason", "=edge, \"shorts\"\nand more").expect(0)
    try lab.tool("equipment", "add", "UV1", "--kind", "spectrometer").expect(0)
    try lab.work.write(
      InstrumentText.spectra([("A1.R1C1", 766), ("A1.R1C2", 768)]),
      to: "spectra.txt"
    )
    let spectra = ["spectra.txt", "--wafer", "L1-01", "--run", "R1"]
    try lab.tool(["measure", "import"] + spectra + ["--characteristic", "edge=edgeFit"]).expect(0)
    try lab.work.write("slow start\n", to: "note.txt")
    try lab.tool("run", "attach", "R1", "note.txt").expect(0)
    return lab
  }

  /// Stores a set of which nothing was measured, not even where.
  private func addEmptySet(_ lab: Lab) throws -> Int {
    try lab.tool("export", "csv", "measurementSets", "--out", "sets.csv").expect(0)
    let lines = try lab.work.text("sets.csv").split(whereSeparator: \.isNewline).map(String.init)
    let number = lines.count
    var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let names = lines[0].split(separator: ",").map(String.init)
    for (name, text) in [
      ("id", "\(number)"), ("import", ""), ("n", "0"), ("missing", "0"), ("mean", ""), ("m2", ""),
      ("low", ""), ("high", ""), ("digest", "0"),
    ] {
      cells[try #require(names.firstIndex(of: name))] = text
    }
    try lab.work.write(
      lines[0] + "\n" + cells.joined(separator: ",") + "\n",
      to: "empty-set.csv"
    )
    try lab.tool("load", "empty-set.csv", "--kind", "measurementSets").expect(0)
    return number
  }

  /// Whether the shell of SQLite is there: a reader that our own code has no part in.
  private static let hasShell = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/sqlite3") }

  /// The rows of each table of a database, in the order of their texts.
  private func content(_ lab: Lab, _ database: String) throws -> [String: [String]] {
    let names = try lab.tool.shell(
      "sqlite3 -readonly \(database) \"SELECT name FROM sqlite_schema WHERE type = 'table'\""
    )
    names.expect(0)
    var content: [String: [String]] = [:]
    for name in names.output.split(separator: "\n").map(String.init) {
      let rows = try lab.tool.shell(
        "sqlite3 -readonly \(database) '.mode quote' 'SELECT * FROM \(name)'"
      )
      rows.expect(0)
      content[name] = rows.output.split(separator: "\n").map(String.init).sorted()
    }
    return content
  }

  @Test(.enabled(if: hasShell, "the shell sqlite3 isn't installed"))
  func everyTableOfAnotherDatabaseHasTheSameRows() throws {
    let lab = try lab()
    let empty = try addEmptySet(lab)
    let layout = try lab.tool.shell("sqlite3 -readonly pcu-fab.sqlite 'SELECT sha256 FROM layout'")
      .output.trimmingCharacters(in: .whitespacesAndNewlines)
    // What the lab has none of otherwise.
    try lab.work.write(
      """
      format: pcu-fab lab 1
      equipmentStates:
        - {equipment: UV1, fromAt: 2026-01-02T03:04Z, state: SDT, reason: lamp}
      calibrations:
        - {equipment: EVAP1, kind: tooling, material: pbi2, validFrom: 2026-01-02T03:04Z, value: 1.07, method: profile}
      lots:
        - {code: L0}
      genealogy:
        - {child: L1, parent: L0, entity: lot, kind: split, at: 2026-01-02T03:04Z, wafers: L1-01 L1-02}
      specifications:
        - {characteristic: edge, version: 1, lower: 760.1, validFrom: 2026-01-02T03:04Z, source: ours}
      controlLimits:
        - {characteristic: edge, statistic: mean, chart: i-mr, version: 1, limits: '{"upper":0.1}', baselineN: 1,
           baseline: '[1]', frozenAt: 2026-01-02T03:04Z, frozenBy: ada}
      controlEvents:
        - {limits: 1, measurement: 1, rule: "1", detail: "high, by 1e-3 nm", foundAt: 2026-01-02T03:04Z}
      verifications:
        - {wafer: L1-01, layout: \(layout), at: 2026-01-02T03:04Z, actor: ada, verdict: passed, report: '{"a":[1,null]}'}

      """,
      to: "more.yaml"
    )
    try lab.tool("load", "more.yaml").expect(0)
    try lab.tool("export", "csv", "all", "--out", "tables").expect(0)
    try lab.tool("db", "init", "--db", "new.sqlite").expect(0)
    try lab.tool("load", "tables", "--db", "new.sqlite").expect(0)
    try lab.tool("db", "check", "--db", "new.sqlite").expect(0)
    var (old, new) = (
      try content(lab, "pcu-fab.sqlite"), try content(lab, "new.sqlite")
    )
    #expect(old.count > 30)
    #expect(Set(old.keys) == Set(new.keys))
    // The audit says how each database came to its content; everything else is content.
    for name in ["audit", "migration", "sqlite_sequence"] { (old[name], new[name]) = (nil, nil) }
    for (name, rows) in old { #expect(new[name] == rows, "\(name) differs") }
    #expect(old["curve"]?.count == 4)
    #expect(old["measurement_set"]?.contains { $0.hasPrefix("\(empty),") } == true)
    // What no row shows isn't shown by this test either.
    #expect(old.filter { $0.value.isEmpty }.keys.sorted() == [])
  }

  @Test func setsAreHeldAgainstTheirValues() throws {
    let lab = try lab()
    try lab.tool("export", "csv", "all", "--out", "tables").expect(0)
    try lab.tool("db", "init", "--db", "new.sqlite").expect(0)
    let values = try lab.work.text("tables/measuredValues.csv")
    let lines = values.split(separator: "\r\n").map(String.init)
    let first = lines.dropFirst().filter { $0.hasPrefix("1,") }.count
    try lab.work.write(
      (lines.prefix(1) + lines.dropFirst(2)).joined(separator: "\n") + "\n",
      to: "tables/measuredValues.csv"
    )
    try lab.tool("load", "tables", "--db", "new.sqlite")
      .expectRefusal(
        2,
        "measurementSets.csv:2:1",
        "set 1 isn't what its values come to",
        "n: the values give \(first - 1), this row has \(first)"
      )
    try lab.work.write(lines[0] + "\n", to: "tables/measuredValues.csv")
    try lab.tool("load", "tables", "--db", "new.sqlite")
      .expectRefusal(2, "set 1 has \(first) values, and no table has them", "[missing-key]")
  }

  @Test func aSetThatIsShownIsImportedWithItsFlags() throws {
    let lab = try Lab.furnished()
    let rows = [
      "L1-01,A1.R1C1,0,0,D1,ideality,1.75,0.01,1,", "L1-01,A1.R1C2,0,0,D1,ideality,,,1,fit failed",
      "L1-01,A1.R1C3,0,0,D1,ideality,,,1,",
      "L1-01,A1.R2C1,0,0,D1,ideality,0.1,0.30000000000000004,1,window hit",
      "L1-01,,-12.5,3.25,D1,ideality,2.1,,1,excluded; poor fit",
    ]
    try lab.work.write(
      (["wafer,site,x (mm),y (mm),component,characteristic,value,u,unit,flags"] + rows)
        .joined(separator: "\n") + "\n",
      to: "first.csv"
    )
    try lab.tool("measure", "import", "first.csv").expect(0)
    func values(_ set: Int) throws -> NSArray {
      let shown = try lab.tool("measure", "show", "\(set)", "--json")
      shown.expect(0)
      return try #require(try shown.object()["values"] as? NSArray)
    }
    try lab.tool("measure", "show", "1", "--csv", "shown.csv").expect(0)
    try lab.tool("measure", "import", "shown.csv").expect(0)
    let stored = try values(1)
    #expect(stored.count == 5)
    #expect(try values(2) == stored)
    let flags = try stored.map { try #require(($0 as? [String: Any])?["flags"] as? [String]) }
    #expect(
      flags == [[], ["fit failed"], ["not measured"], ["window hit"], ["excluded", "poor fit"]]
    )
    try lab.work.write(
      "wafer,site,characteristic,value,flags\nL1-01,A1.R1C1,edge,765,\"fit failed, lucky\"\n",
      to: "bad.csv"
    )
    try lab.tool("measure", "import", "bad.csv")
      .expectRefusal(2, "bad.csv:2:1", "'fit failed, lucky' are no flags, expected some of not")
  }

  @Test func everythingComesBackFromItsExport() throws {
    let lab = try lab()
    try lab.tool("export", "csv", "all", "--out", "one").expect(0)
    try lab.tool("db", "init", "--db", "new.sqlite").expect(0)
    try lab.tool("load", "one", "--db", "new.sqlite").expect(0)
    try lab.tool("export", "csv", "all", "--out", "two", "--db", "new.sqlite").expect(0)
    let names = lab.work.names("one")
    #expect(names.count > 25)
    #expect(lab.work.names("two") == names)
    for name in names {
      #expect(try lab.work.bytes("one/\(name)") == lab.work.bytes("two/\(name)"), "\(name) differs")
    }
    try lab.tool("db", "check", "--db", "new.sqlite").expect(0)
    // The new database knows what the old one knew, and takes nothing twice.
    let again = try lab.tool("load", "one", "--db", "new.sqlite")
    again.expect(0)
    #expect(again.output.hasPrefix("nothing to change"))
    let values = try lab.tool("measure", "import", "values.csv", "--db", "new.sqlite")
    #expect(values.output.contains("was imported before"))
    for arguments in [["trace", "--back", "L1-02/A5.R2C3"], ["run", "show", "R1"]] {
      #expect(
        try lab.tool(arguments).output == lab.tool(arguments + ["--db", "new.sqlite"]).output
      )
    }
  }

  @Test func aTableIsAFileThatLoadTakesBack() throws {
    let lab = try lab()
    for kind in ["materials", "holds", "measuredValues", "binResults", "sourceFiles"] {
      let written = try lab.tool("export", "csv", kind, "--out", "\(kind).csv", "--json")
      written.expect(0)
      let tables = try #require(try written.object()["tables"] as? [[String: Any]])
      #expect((tables.first?["rows"] as? Int ?? 0) > 0)
      let back = try lab.tool("load", "\(kind).csv", "--kind", kind)
      back.expect(0)
      #expect(back.output.hasPrefix("nothing to change"))
    }
    let hold = try lab.work.text("holds.csv")
    #expect(hold.contains("\"'=edge, \"\"shorts\"\"\nand more\""))
    let header = try lab.work.text("measuredValues.csv").prefix(60)
    #expect(header.hasPrefix("set,wafer,site,xMm,yMm,characteristic,value,u,unit,flags,"))
  }

  @Test func holdsWithoutANumberGetOne() throws {
    let lab = try lab()
    try lab.work.write(
      "entity,code,reason,heldBy,heldAt\nlot,L1,audit,bo,2026-01-02T03:04Z\n",
      to: "holds.csv"
    )
    try lab.tool("load", "holds.csv", "--kind", "holds").expect(0)
    let again = try lab.tool("load", "holds.csv", "--kind", "holds")
    again.expect(0)
    #expect(again.output.hasPrefix("nothing to change"))
    #expect(try lab.tool("hold", "--list", "--json").list().count == 2)
  }

  @Test(arguments: [
    ("code,source,densityGPerCm3\nx,y,\"6,16\"\n", "bad.csv:2:5", "'6,16' is no number"),
    ("code,source,colour\nx,y,z\n", "bad.csv:1:13", "'colour' isn't one of this table"),
    ("code\nx\n", "bad.csv:2:1", "has no 'source'"),
    ("code,source\nx\n", "bad.csv:2:1", "the row has 1 fields"),
    ("code,source\n../x,y\n", "bad.csv:2:1", "is no name of a material"),
    ("code,source\nx,\"y\n", "bad.csv:2:3", "isn't closed"),
    ("code,source\npbi2,elsewhere\n", "bad.csv:2:1", "there is another material 'pbi2'"),
    ("", "bad.csv", "the file is empty"),
  ])
  func badCellsAreNamedWithTheirPlace(text: String, place: String, message: String) throws {
    let lab = try Lab.furnished()
    try lab.work.write(text, to: "bad.csv")
    let before = try lab.tool("audit", "verify").output
    try lab.tool("load", "bad.csv", "--kind", "materials").expectRefusal(2, place, message)
    #expect(try lab.tool("audit", "verify").output == before)
  }

  @Test(arguments: [
    (",A1.R1C1,", ",A1.R9C1,", "has no site 'A1.R9C1'"), (",nm,,", ",kg,,", "in 'kg'"),
    ("L1-01,A1", "L1-09,A1", "there is no wafer 'L1-09'"),
    (",filmThickness,", ",filmThickess,", "did you mean 'filmThickness'"),
    (",ada,1,", ",ada,7,", "expected 0 or 1"), ("1,L1-01", "-1,L1-01", "expected 1 or more"),
  ])
  func badValuesAreNamed(old: String, new: String, message: String) throws {
    let lab = try Lab.measured()
    try lab.tool("export", "csv", "measuredValues", "--out", "values2.csv").expect(0)
    let lines = try lab.work.text("values2.csv").split(separator: "\r\n").map(String.init)
    let row = lines[1]
    #expect(row.contains(old))
    try lab.work.write(lines[0] + "\n" + row.replacing(old, with: new) + "\n", to: "bad.csv")
    try lab.tool("load", "bad.csv", "--kind", "measuredValues")
      .expectRefusal(2, "bad.csv:2:", message)
    // Another content under a number that is taken is no import either.
    try lab.work.write(lines[0] + "\n" + row + "\n", to: "bad.csv")
    try lab.tool("load", "bad.csv", "--kind", "measuredValues")
      .expectRefusal(2, "there is another measurement set 1", "[conflicting-entry]")
  }

  @Test func filesThatAreNotTheirHashAreRefused() throws {
    let lab = try Lab.measured()
    try lab.tool("export", "csv", "sourceFiles", "--out", "files.csv").expect(0)
    let text = try lab.work.text("files.csv")
    let comma = try #require(text.lastIndex(of: ","))
    try lab.work.write(String(text[...comma]) + "AAAA\n", to: "bad.csv")
    try lab.tool("load", "bad.csv", "--kind", "sourceFiles")
      .expectRefusal(2, "aren't those of the file with the hash", "[corrupt-file]")
  }

  @Test func whatCannotBeWrittenOrNamedIsASentence() throws {
    let lab = try Lab.furnished()
    try lab.tool("export", "csv", "wafer", "--out", "x.csv")
      .expectRefusal(64, "'wafer' is no kind of table; did you mean 'wafers'?")
    try lab.work.write("mine", to: "x.csv")
    try lab.tool("export", "csv", "wafers", "--out", "x.csv").expectRefusal(2, "the file exists")
    try lab.tool("load", "x.csv").expectRefusal(64, "--kind", "doesn't say what its rows are")
    try lab.work.makeFolder("full")
    try lab.work.write("mine", to: "full/thesis.txt")
    try lab.tool("export", "csv", "all", "--out", "full").expectRefusal(2, "[foreign-output]")
    try lab.tool("load", "full").expectRefusal(2, "the folder has no table")
    try lab.work.write("code\n", to: "full/wafer.csv")
    try lab.tool("load", "full").expectRefusal(2, "did you mean 'wafers'?")
  }
}

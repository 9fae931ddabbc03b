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
    return lab
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

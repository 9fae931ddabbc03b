import Foundation
import Testing

@Suite struct DatabaseCommandTests {
  @Test func aNewDatabaseIsSound() throws {
    let lab = try Lab()
    let check = try lab.tool("db", "check", "--json")
    check.expect(0)
    #expect(try check.object()["verdict"] as? String == "sound")
    try lab.tool("audit", "verify").expect(0)
    let doctor = try lab.tool("doctor")
    doctor.expect(0)
    #expect(doctor.output.contains("SQLite"))
  }

  @Test func whatIsThereIsNotOverwritten() throws {
    let lab = try Lab()
    try lab.tool("db", "init").expectRefusal(2, "the file exists", "[foreign-output]")
  }

  @Test func aMissingDatabaseIsNamed() throws {
    let work = try WorkFolder()
    try work.tool("lot", "list").expectRefusal(2, "[no-database]", "pcu-fab db init")
    try work.tool("lot", "list", "--db", "other.sqlite").expectRefusal(2, "other.sqlite")
  }

  @Test func anotherFileIsLeftAsItIs() throws {
    let work = try WorkFolder()
    try work.write("a,b\n1,2\n", to: "table.csv")
    try work.tool("lot", "add", "L1", "--db", "table.csv")
      .expectRefusal(2, "no SQLite database", "[foreign-database]")
    #expect(try work.text("table.csv") == "a,b\n1,2\n")
  }

  /// Whether the shell of SQLite is there to change a database past the tool.
  private static let hasShell = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/sqlite3") }

  @Test(.enabled(if: hasShell, "the shell sqlite3 isn't installed"))
  func aNewerDatabaseIsRefused() throws {
    let lab = try Lab()
    try lab.tool.shell("sqlite3 pcu-fab.sqlite 'PRAGMA user_version = 99'").expect(0)
    try lab.tool("lot", "list").expectRefusal(2, "version 99", "[newer-database]")
    try lab.tool("db", "migrate").expectRefusal(2, "[newer-database]")
  }

  @Test func aBackupIsRestored() throws {
    let lab = try Lab()
    try lab.tool("lot", "add", "L1").expect(0)
    try lab.tool("db", "backup", "copy.sqlite").expect(0)
    try lab.tool("db", "backup", "copy.sqlite").expectRefusal(2, "the file exists")
    try lab.tool("lot", "add", "L2").expect(0)
    let restored = try lab.tool("db", "restore", "copy.sqlite")
    restored.expect(0)
    #expect(restored.output.contains("pcu-fab.before-restore-1.sqlite"))
    #expect(try !lab.tool("lot", "list").output.contains("L2"))
    let kept = try lab.tool("lot", "list", "--db", "pcu-fab.before-restore-1.sqlite")
    #expect(kept.output.contains("L2"))
  }

  @Test(.enabled(if: hasShell, "the shell sqlite3 isn't installed"))
  func tamperingIsFound() throws {
    let lab = try Lab.furnished()
    let script = """
      sqlite3 pcu-fab.sqlite "UPDATE material_lot SET supplier = 'other'"
      """
    try lab.tool.shell(script).expect(0)
    let check = try lab.tool("db", "check")
    #expect(check.end == .exit(1))
    #expect(check.error.contains("material lot 'PBI2-7' was changed outside pcu-fab"))
    #expect(check.error.contains("[audit-broken]"))
  }

  @Test func aDamagedDatabaseIsASentence() throws {
    let lab = try Lab.furnished()
    let path = lab.work.path + "/pcu-fab.sqlite"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in stride(from: 4096, to: bytes.count, by: 7) { bytes[index] = 0xFF }
    try bytes.write(to: URL(fileURLWithPath: path))
    let result = try lab.tool("db", "check")
    #expect(result.end == .exit(1) || result.end == .exit(2))
    #expect(result.error.contains("[damaged-database]"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test func aFullDiskChangesNothing() throws {
    let lab = try Lab.furnished()
    let before = try lab.tool("audit", "verify").output
    let failed = try lab.tool.shell(
      "ulimit -f 1; \"$tool\" lot add L2 --wafers 90 2>err; echo $? >status"
    )
    _ = failed
    #expect(try lab.work.text("status") != "0\n")
    #expect(try lab.tool("audit", "verify").output == before)
  }

  @Test func timesThatMeanNoMomentAreRefused() throws {
    let lab = try Lab()
    var berlin = lab.tool
    berlin.environment["TZ"] = "Europe/Berlin"
    try berlin("lot", "add", "L1", "--at", "2026-03-29T02:30")
      .expectRefusal(64, "doesn't exist", "[unclear-time]")
    try berlin("lot", "add", "L1", "--at", "2026-10-25T02:30")
      .expectRefusal(64, "means two moments", "[unclear-time]")
    try berlin("equipment", "add", "E", "--kind", "x", "--at", "yesterday")
      .expectRefusal(64, "is no time")
    try berlin("equipment", "add", "E", "--kind", "x").expect(0)
    try berlin("equipment", "state", "E", "PRD", "--at", "2038-01-19T03:14:08Z").expect(0)
    try berlin("equipment", "state", "E", "SBY", "--at", "2026-07-01T12:00").expect(0)
    let states = try berlin("equipment", "history", "E", "--states").output
    #expect(states.contains("2038-01-19T03:14:08Z"))
    #expect(states.contains("2026-07-01T10:00:00Z"))
  }
}

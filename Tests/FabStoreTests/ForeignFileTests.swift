import FabDiagnostics
import FabStore
import Foundation
import Testing

@Suite struct ForeignFileTests {
  @Test(arguments: [Store.Access.reading, .writing])
  func otherFilesAreRefusedAndStayAsTheyAre(access: Store.Access) throws {
    let lab = try TestLab(isEmpty: true)
    try lab.write(Array("thickness,500\n".utf8), to: lab.folder + "/text")
    try lab.write([], to: lab.folder + "/empty")
    try lab.raw("CREATE TABLE t (a); PRAGMA user_version = 1", on: lab.folder + "/other")
    try FileManager.default.createDirectory(
      atPath: lab.folder + "/folder",
      withIntermediateDirectories: false
    )
    let before = try lab.names
    for (name, word) in [
      ("text", "no SQLite database"), ("empty", "empty"), ("other", "another program"),
      ("folder", "folder"),
    ] {
      let file = lab.folder + "/" + name
      let bytes = try? lab.bytes(file)
      let refused = refusal { _ = try Store(path: file, access: access) }
      #expect(
        refused.codes == [.foreignDatabase] && refused.text.contains(word),
        "\(name): \(refused)"
      )
      #expect((try? lab.bytes(file)) == bytes)
    }
    #expect(try lab.names == before)
    let device = refusal { _ = try Store(path: "/dev/full", access: access) }
    #expect(device.codes == [.foreignDatabase] && device.text.contains("device"))
    let missing = refusal { _ = try Store(path: lab.folder + "/none", access: access) }
    #expect(missing.codes == [.noDatabase])
  }

  @Test func anotherVersionIsRefusedWithWhatToDo() throws {
    let lab = try TestLab()
    for (version, code) in [(1, DiagnosticCode.olderDatabase), (99, .newerDatabase)] {
      try lab.raw("PRAGMA user_version = \(version)")
      let before = try lab.bytes()
      #expect(refusal { _ = try lab.reading() }.codes == [code])
      #expect(refusal { _ = try lab.writing() }.codes == [code])
      #expect(try lab.bytes() == before)
    }
    let refused = refusal {
      _ = try Store.migrate(path: lab.path, backup: lab.path + ".old", at: lab.now)
    }
    #expect(refused.codes == [.newerDatabase])
  }
}

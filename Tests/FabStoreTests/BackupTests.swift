import FabDiagnostics
import FabStore
import Foundation
import Testing

@Suite struct BackupTests {
  @Test func restoringPutsTheBackupInPlaceAndKeepsTheOldOne() throws {
    let lab = try TestLab()
    let (copy, kept) = (lab.folder + "/copy.sqlite", lab.folder + "/kept.sqlite")
    do {
      let store = try lab.writing()
      try lab.addSets(2, to: store)
      #expect(try store.backup(to: copy).findings.isEmpty)
      #expect(try lab.names.isDisjoint(with: ["copy.sqlite-wal", "copy.sqlite-journal"]))
      #expect(refusal { _ = try store.backup(to: copy) }.codes == [.foreignOutput])
    }
    // A writer that was killed leaves what it committed in the journal.
    let child = try Child(Child.writer, [lab.path, "late", "1000000"])
    child.wait(forLines: 2)
    child.kill()
    child.wait()
    #expect(try lab.names.contains("lab.sqlite-wal"))
    #expect(try Store.restore(copy, to: lab.path, keeping: kept))
    #expect(try count(lab.path) == 2)
    #expect(try count(kept) >= 2 + child.output.count)
    #expect(try Store(path: kept, access: .reading).check().findings.isEmpty)
    #expect(try lab.addSets(1, to: lab.writing()).count == 3)
  }

  @Test func aDamagedBackupIsRefusedAndEverythingStays() throws {
    let lab = try TestLab()
    let copy = lab.folder + "/copy.sqlite"
    let store = try lab.writing()
    let sets = try lab.addSets(5, to: store)
    _ = try store.backup(to: copy)
    try lab.addSets(1, to: store)
    let bytes = try lab.bytes(copy)
    let text = Array("glass".utf8)
    let place = try #require(
      (0..<(bytes.count - 5)).first { Array(bytes[$0..<($0 + 5)]) == text }
    )
    for damage in [100, bytes.count / 2, place] {
      var damaged = bytes
      for index in damage..<min(damage + 3, damaged.count) { damaged[index] ^= 0x55 }
      try lab.write(damaged, to: copy)
      let refused = refusal { _ = try store.restoreBeside(copy, lab) }
      #expect(!refused.codes.isEmpty, "\(damage)")
      #expect(try lab.names.isDisjoint(with: ["kept.sqlite", "other.sqlite"]))
    }
    #expect(try count(lab.path) == sets.count + 1)
  }

  @Test func whatIsThereIsNotOverwrittenByTheOldDatabase() throws {
    let lab = try TestLab()
    let (copy, kept) = (lab.folder + "/copy.sqlite", lab.folder + "/kept.sqlite")
    _ = try lab.reading().backup(to: copy)
    try lab.addSets(1, to: lab.writing())
    try lab.write([1], to: kept)
    #expect(
      refusal { _ = try Store.restore(copy, to: lab.path, keeping: kept) }.codes == [.foreignOutput]
    )
    #expect(try lab.bytes(kept) == [1])
    #expect(try count(lab.path) == 1)
    #expect(try lab.names.filter { $0.contains("restoring") }.isEmpty)
  }

  private func count(_ path: String) throws -> Int {
    try Store(path: path, access: .reading)
      .read { reader throws(DiagnosticError) in try reader.measurementSets().count }
  }
}

extension Store {
  /// Restores over nothing, since this store has the lock of its own file.
  fileprivate func restoreBeside(_ backup: String, _ lab: TestLab) throws -> Bool {
    try Store.restore(
      backup,
      to: lab.folder + "/other.sqlite",
      keeping: lab.folder + "/kept.sqlite"
    )
  }
}

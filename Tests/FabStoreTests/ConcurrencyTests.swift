import FabDiagnostics
import FabStore
import Foundation
import Testing

@Suite struct ConcurrencyTests {
  @Test func eightWritersAndReadersAtOnceLoseNothing() throws {
    let lab = try TestLab()
    let each = 12
    let children = try (0..<8)
      .map { try Child(Child.writer, [lab.path, "w\($0)", "\(each)", "patience=120"]) }
    var last = 0
    for _ in 0..<60 {
      let (count, values) = try lab.reading()
        .read { reader throws(DiagnosticError) in
          let sets = try reader.measurementSets()
          var count = 0
          for set in sets { count += try reader.values(of: set).count }
          return (sets.count, count)
        }
      #expect(values == 49 * count && count >= last, "a reader saw half a transaction")
      last = count
      usleep(5000)
    }
    for child in children {
      #expect(child.wait() == 0, "\(child.complaints)")
      #expect(child.output.count == each)
    }
    let store = try lab.reading()
    let sets = try store.read { reader throws(DiagnosticError) in try reader.measurementSets() }
    let acknowledged = children.flatMap { $0.output.compactMap(Int64.init) }
    #expect(sets.map(\.id).sorted() == acknowledged.sorted() && sets.count == 8 * each)
    let check = try store.check()
    #expect(check.findings.isEmpty, "\(check.findings)")
  }

  @Test func aWriterThatKeepsTheLockMakesOthersBusyAfterTheirPatience() throws {
    let lab = try TestLab()
    let child = try Child(Child.writer, [lab.path, "slow", "1", "hold=60000"])
    child.wait(forLines: 1)
    #expect(child.output == ["held"])
    #expect(refusal { _ = try lab.writing(patience: 0.05) }.codes == [.databaseBusy])
    // Asking goes on, and so does copying.
    #expect(try lab.reading().check().findings.isEmpty)
    #expect(try lab.reading().backup(to: lab.folder + "/copy").findings.isEmpty)
    child.kill()
    child.wait()
    #expect(try lab.addSets(1, to: lab.writing(patience: 5)).count == 1)
  }

  @Test func twoNamesOfOneFileLeadToOneLock() throws {
    let lab = try TestLab()
    let name = lab.folder + "/other.sqlite"
    try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: lab.path)
    let store = try lab.writing()
    let refused = refusal { _ = try Store(path: name, access: .writing, patience: 0.05) }
    #expect(refused.codes == [.databaseBusy])
    withExtendedLifetime(store) {}
  }

  @Test func aReadingSeesOneMomentWhileOthersWrite() throws {
    let lab = try TestLab()
    let writer = try lab.writing()
    try lab.addSets(2, to: writer)
    try lab.reading()
      .read { reader throws(DiagnosticError) in
        let before = try reader.measurementSets().count
        let failed = refusal { try lab.addSets(3, to: writer) }
        let after = try reader.measurementSets().count
        #expect(before == 2 && after == 2 && failed.codes.isEmpty)
      }
    let now = try lab.reading()
      .read { reader throws(DiagnosticError) in try reader.measurementSets().count }
    #expect(now == 5)
  }

  @Test func aBackupDuringAnImportRestoresToACommittedMoment() throws {
    let lab = try TestLab()
    let child = try Child(Child.writer, [lab.path, "busy", "100000"])
    child.wait(forLines: 3)
    let before = child.output.count
    let copy = lab.folder + "/copy.sqlite"
    #expect(try lab.reading().backup(to: copy).findings.isEmpty)
    child.kill()
    child.wait()
    let target = lab.folder + "/restored.sqlite"
    #expect(try !Store.restore(copy, to: target, keeping: target + ".old"))
    let store = try Store(path: target, access: .reading)
    let count = try store.read { reader throws(DiagnosticError) in
      try reader.measurementSets().count
    }
    #expect(count >= before)
    #expect(try store.check().findings.isEmpty)
  }

  @Test func ofTwoThatCreateTheSameDatabaseOneWins() throws {
    let lab = try TestLab(isEmpty: true)
    try lab.write([1, 2, 3])
    let before = try lab.names
    #expect(refusal { try Store.create(path: lab.path, at: lab.now) }.codes == [.foreignOutput])
    #expect(try lab.names == before)
    #expect(try lab.bytes() == [1, 2, 3])
  }

  @Test func aJournalWithoutItsDatabaseIsNotMixedIntoANewOne() throws {
    let lab = try TestLab()
    do {
      let store = try lab.writing()
      try lab.addSets(1, to: store)
      // As a killed writer and a person who deletes one file of two leave it.
      try lab.write(lab.bytes(lab.path + "-wal"), to: lab.folder + "/kept")
    }
    unlink(lab.path)
    rename(lab.folder + "/kept", lab.path + "-wal")
    #expect(refusal { try Store.create(path: lab.path, at: lab.now) }.codes == [.foreignOutput])
  }
}

import FabDiagnostics
import FabHash
import FabStore
import Foundation
import Synchronization
import Testing

@testable import FabStore

@Suite struct MigrationTests {
  private static let fixtures = (#filePath as NSString).deletingLastPathComponent + "/Fixtures"

  /// A database of the first version as that version wrote it.
  private func old() throws -> TestLab {
    let lab = try TestLab(isEmpty: true)
    try lab.write(lab.bytes(Self.fixtures + "/version-1.sqlite"))
    return lab
  }

  /// Makes the fixture with PCU_FAB_MAKE_FIXTURE; done once for every version of the schema, never again.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["PCU_FAB_MAKE_FIXTURE"] != nil))
  func makeTheFixture() throws {
    let lab = try TestLab(isEmpty: true)
    try Store.create(path: lab.path, at: lab.now, steps: Array(Migrations.all.prefix(1)))
    let store = try Store(path: lab.path, access: .writing, patience: 1, version: 1)
    try TestLab.fill(store, at: lab.now)
    _ = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
      try lab.keepLayout(named: "one", with: writer)
      try writer.keep(StoredFile(name: "a.csv", bytes: Array("0.1,0.2\n".utf8)))
      try writer.addMeasurements([
        (lab.header(), TestLab.values(0)), (lab.header(), TestLab.values(1)),
        (lab.header(), [MeasuredValue(site: 2, value: 765.5, u: 0.25)]),
      ])
    }
    _ = try store.backup(to: Self.fixtures + "/version-1.sqlite")
    Issue.record("the fixture was made; commit it")
  }

  @Test func theFirstVersionMigratesForEver() throws {
    let lab = try old()
    #expect(try Store.version(of: lab.path) == 1)
    let backup = lab.folder + "/before.sqlite"
    #expect(try Store.migrate(path: lab.path, backup: backup, at: lab.now) == 1)
    #expect(try Store.version(of: lab.path) == Store.currentVersion)
    #expect(try Store.version(of: backup) == 1)
    let store = try lab.writing()
    let (sets, values, files, material) = try store.read { reader throws(DiagnosticError) in
      let sets = try reader.measurementSets()
      return (
        sets, try sets.map { (set) throws(DiagnosticError) in try reader.values(of: set) },
        try reader.bytes(
          ofFile: StoredFile(name: "", bytes: Array("0.1,0.2\n".utf8)).hash.hexadecimal
        ), try reader.named(Material.self, "pbi2")
      )
    }
    #expect(values.prefix(2) == [TestLab.values(0), TestLab.values(1)])
    #expect(values.last == [MeasuredValue(site: 2, value: 765.5, u: 0.25)])
    #expect(files == Array("0.1,0.2\n".utf8))
    #expect(material.densityGPerCm3 == 6.16 && sets.count == 3)
    #expect(try lab.addSets(1, to: store).count == 4)
    let check = try store.check()
    #expect(check.findings.isEmpty, "\(check.findings)")
  }

  @Test func aMigrationThatFailsLeavesTheOldVersionAndABackup() throws {
    let lab = try old()
    let good = Migrations.all[1]
    let bad = Migration(version: 2, name: good.name, sql: good.sql + ";\nCREATE TABLE lot (a);")
    let refused = refusal {
      _ = try Store.migrate(
        path: lab.path,
        backup: lab.folder + "/before.sqlite",
        at: lab.now,
        steps: [Migrations.all[0], bad]
      )
    }
    #expect(refused.codes == [.databaseFailure], "\(refused)")
    #expect(try Store.version(of: lab.path) == 1)
    #expect(try Store.version(of: lab.folder + "/before.sqlite") == 1)
    #expect(
      try Store.migrate(path: lab.path, backup: lab.folder + "/second.sqlite", at: lab.now) == 1
    )
    #expect(try lab.reading().check().findings.isEmpty)
  }

  @Test func ofTwoMigrationsOneWinsAndTheOtherFindsItDone() throws {
    let lab = try old()
    let results = Mutex<[String]>([])
    let (path, now) = (lab.path, lab.now)
    DispatchQueue.concurrentPerform(iterations: 6) { index in
      let found: String
      do throws(DiagnosticError) {
        found = "\(try Store.migrate(path: path, backup: "\(path).\(index)", at: now))"
      } catch {
        found = "\(error.diagnostics)"
      }
      results.withLock { $0.append(found) }
    }
    let found = results.withLock { $0.sorted() }
    #expect(
      found.filter { $0 == "1" }.count == 1 && Set(found) == ["1", "\(Store.currentVersion)"],
      "\(found)"
    )
    #expect(try lab.reading().check().findings.isEmpty)
  }
}

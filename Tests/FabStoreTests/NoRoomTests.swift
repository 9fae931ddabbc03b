import FabDiagnostics
import FabStore
import FabTestSupport
import Foundation
import GRDB
import Testing

@testable import FabStore

@Suite struct NoRoomTests {
  @Test func aFullDatabaseIsAMessageAndChangesNothing() throws {
    let lab = try TestLab()
    let store = try lab.writing()
    let before = try lab.addSets(2, to: store)
    try limit(store, to: "page_count")
    let refused = refusal { try lab.addSets(400, to: store, inOne: true) }
    #expect(refused.codes == [.databaseFailure])
    #expect(refused.text.contains("no room left"))
    try expect(store, holds: before)
    try limit(store, to: "1000000")
    #expect(try lab.addSets(3, to: store).count == 5)
    #expect(try store.check().findings.isEmpty)
  }

  @Test func whatFollowsACaughtFailureIsNotWrittenWithoutATransaction() throws {
    let lab = try TestLab()
    let store = try lab.writing()
    let before = try lab.addSets(1, to: store)
    try limit(store, to: "page_count")
    let refused = refusal {
      _ = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
        let many = (0..<400).map { (lab.header(), TestLab.values($0)) }
        // SQLite has ended the transaction when this is caught.
        do throws(DiagnosticError) { try writer.addMeasurements(many) } catch {}
        do throws(DiagnosticError) { try writer.addMeasurements([many[0]]) } catch {}
        do throws(DiagnosticError) { try writer.add(Lot(code: "L2", state: "open")) } catch {}
      }
    }
    #expect(refused.codes == [.databaseFailure])
    try expect(store, holds: before)
    let lots = try store.read { reader throws(DiagnosticError) in try reader.names(Lot.self) }
    #expect(lots == ["L1"])
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "needs the right to mount a small file system"))
  func aFullDiskIsAMessageAndTheNextWriteWorksAfterRoomIsMade() throws {
    let place = NSTemporaryDirectory() + "disk-" + UUID().uuidString
    let disk = try SmallDisk(at: place, kilobytes: 2048)
    defer { disk.unmount() }
    let lab = try TestLab(in: place)
    let store = try lab.writing()
    let before = try lab.addSets(2, to: store)
    let ballast = lab.folder + "/ballast"
    var size = 1 << 20
    while size > 512 {
      // As large as fits: what is left is less than a page.
      let handle = open(ballast, O_WRONLY | O_CREAT | O_APPEND, 0o600)
      let block = [UInt8](repeating: 1, count: size)
      while write(handle, block, size) == size {}
      close(handle)
      size /= 2
    }
    let refused = refusal { try lab.addSets(400, to: store, inOne: true) }
    #expect(refused.codes == [.databaseFailure], "\(refused.text)")
    try expect(store, holds: before)
    let backup = refusal { _ = try store.backup(to: lab.folder + "/copy") }
    #expect(backup.codes == [.databaseFailure], "\(backup.text)")
    let copies = try lab.names.filter { $0.hasPrefix("copy") }
    #expect(copies.isEmpty)
    unlink(ballast)
    #expect(try lab.addSets(3, to: store).count == 5)
    #expect(try store.check().findings.isEmpty)
  }

  @Test func aLimitOnFileSizesIsAMessageInTheChildAndLeavesTheRest() throws {
    let lab = try TestLab()
    let done = try Child.run(
      "/bin/bash",
      ["-c", "ulimit -f 600; exec \"$0\" \"$1\" ada 100000", Child.writer, lab.path]
    )
    #expect(done.status == 1, "\(done.errors)")
    #expect(done.errors.contains("database-failure"))
    let store = try lab.writing()
    let sets = try store.read { reader throws(DiagnosticError) in try reader.measurementSets() }
    #expect(!done.output.isEmpty && sets.map { "\($0.id)" } == done.output)
    #expect(try store.check().findings.isEmpty)
    #expect(try lab.addSets(1, to: store).count == sets.count + 1)
  }

  @Test(arguments: [(0o555, 0o666), (0o777, 0o444)])
  func whatMayNotBeWrittenIsAMessage(folder: Int, file: Int) throws {
    let lab = try TestLab()
    let before = try lab.bytes()
    chmod(lab.path, mode_t(file))
    chmod(lab.folder, mode_t(folder))
    defer { chmod(lab.folder, 0o755) }
    // Permissions don't bind root, so the child becomes nobody.
    let user = getuid() == 0 ? ["user=65534"] : []
    let done = try Child.run(Child.writer, [lab.path, "ada", "1"] + user)
    #expect(done.status == 1 && done.errors.contains("database-failure"), "\(done)")
    #expect(try lab.bytes() == before)
  }

  private func limit(_ store: Store, to pages: String) throws {
    try store.queue.inDatabase { database in
      let count = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      let limit = pages == "page_count" ? String(count + 2) : pages
      _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(limit)")
    }
  }

  private func expect(_ store: Store, holds sets: [MeasurementSet]) throws {
    let found = try store.read { reader throws(DiagnosticError) in try reader.measurementSets() }
    #expect(found == sets)
    #expect(try store.check().findings.isEmpty)
  }
}

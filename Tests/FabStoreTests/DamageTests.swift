import FabDiagnostics
import FabHash
import FabNumerics
import FabStore
import Foundation
import Testing

@Suite struct DamageTests {
  /// Everything that a reader tells of a database.
  private struct Content: Equatable {
    var entries: [[String]]
    var sets: [MeasurementSet]
    var values: [[MeasuredValue]?]
    var statistics: [WaferStatistics]
    var file: [UInt8]
    var audit: [AuditEntry]
    /// Whether a part of it was refused: then the rest may differ.
    var hasRefusals = false
  }

  private static let bytes = Array(String(repeating: "0.1,0.2,0.3\n", count: 40).utf8)

  private func made() throws -> TestLab {
    let lab = try TestLab()
    let store = try lab.writing()
    try lab.addSets(6, to: store)
    _ = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
      try writer.keep(StoredFile(name: "a.csv", bytes: Self.bytes))
      try writer.addMeasurements([(lab.header(supersedes: 1), TestLab.values(9))])
    }
    return lab
  }

  private func content(_ path: String) throws(DiagnosticError) -> (Content, StoreCheck?) {
    let store = try Store(path: path, access: .reading)
    let content = try store.read { reader throws(DiagnosticError) in
      let sets = try reader.all(MeasurementSet.self)
      var hasRefusals = false
      var values: [[MeasuredValue]?] = []
      for set in sets {
        do throws(DiagnosticError) {
          values.append(try reader.values(of: set))
        } catch {
          values.append(nil)
          hasRefusals = true
        }
      }
      let file = try reader.bytes(ofFile: StoredFile(name: "", bytes: Self.bytes).hash.hexadecimal)
      return Content(
        entries: [
          try reader.all(Material.self).map { "\($0)" }, try reader.all(Lot.self).map { "\($0)" },
          try reader.all(Wafer.self).map { "\($0)" },
          try reader.all(Characteristic.self).map { "\($0)" },
        ],
        sets: sets,
        values: values,
        statistics: try reader.waferStatistics(characteristic: "edge"),
        file: file,
        audit: try reader.all(AuditEntry.self),
        hasRefusals: hasRefusals
      )
    }
    return (content, try? store.check())
  }

  /// Holds a damaged database against the good one.
  ///
  /// - Returns: Whether the damage showed.
  private func verify(_ path: String, _ good: Content, _ name: String) throws -> Bool {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    var isSeen = true
    if case (let found, let check)? = try? content(path) {
      let isClean = check?.findings.isEmpty ?? false
      #expect(found == good || !isClean, "\(name): wrong content, and no finding")
      // Values are held against their digest whether anyone checks or not.
      for (set, values) in zip(found.sets, found.values) {
        guard let values, let place = good.sets.firstIndex(where: { $0.id == set.id }) else {
          continue
        }
        #expect(values == good.values[place], "\(name): wrong values of set \(set.id)")
      }
      isSeen = !isClean
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before, "\(name): the file changed")
    return isSeen
  }

  @Test func flippedBytesAreFoundOrHarmless() throws {
    let lab = try made()
    let good = try content(lab.path).0
    let bytes = try lab.bytes()
    var random = SplitMix64(seed: 7)
    var positions = Array(0..<100).map { $0 }
    // Into every page, and into its header too.
    for page in stride(from: 4096, to: bytes.count, by: 4096) {
      positions += [
        page + Int.random(in: 0..<16, using: &random),
        page + Int.random(in: 0..<4096, using: &random),
      ]
    }
    let damaged = lab.folder + "/damaged.sqlite"
    var seen = 0
    for position in positions {
      var copy = bytes
      copy[position] ^= UInt8.random(in: 1...255, using: &random)
      try lab.write(copy, to: damaged)
      if try verify(damaged, good, "byte \(position) of \(bytes.count)") { seen += 1 }
      for suffix in ["-wal", "-shm"] { unlink(damaged + suffix) }
    }
    #expect(seen > 30, "only \(seen) of \(positions.count) were seen")
  }

  @Test func flippedBytesOfValuesAreAlwaysFound() throws {
    let lab = try made()
    let good = try content(lab.path).0
    let bytes = try lab.bytes()
    var random = SplitMix64(seed: 8)
    let places = (0..<(bytes.count - 8))
      .filter {
        // 765 + k/64 as SQLite writes it, big endian.
        bytes[$0] == 0x40 && bytes[$0 + 1] == 0x87 && bytes[$0 + 6] == 0 && bytes[$0 + 7] == 0
      }
    try #require(places.count > 100)
    let damaged = lab.folder + "/damaged.sqlite"
    for _ in 0..<60 {
      var copy = bytes
      let place = places[Int.random(in: 0..<places.count, using: &random)]
      copy[place + Int.random(in: 1..<8, using: &random)] ^= UInt8.random(
        in: 1...255,
        using: &random
      )
      try lab.write(copy, to: damaged)
      #expect(
        try verify(damaged, good, "byte \(place)"),
        "a changed value at \(place) wasn't found"
      )
      for suffix in ["-wal", "-shm"] { unlink(damaged + suffix) }
    }
  }

  @Test func truncatedFilesAreFoundOrHarmless() throws {
    let lab = try made()
    let good = try content(lab.path).0
    let bytes = try lab.bytes()
    var random = SplitMix64(seed: 9)
    let damaged = lab.folder + "/damaged.sqlite"
    let sizes =
      [1, 15, 16, 99, 100, 512, 4095, 4096, bytes.count - 4096, bytes.count - 1]
      + (0..<20).map { _ in Int.random(in: 1..<bytes.count, using: &random) }
    for size in sizes {
      try lab.write(Array(bytes.prefix(size)), to: damaged)
      let isSeen = try verify(damaged, good, "\(size) of \(bytes.count) bytes")
      // A last page that nothing stands on may lose its end.
      #expect(isSeen || size >= bytes.count - 4096, "\(size) of \(bytes.count) bytes")
      for suffix in ["-wal", "-shm"] { unlink(damaged + suffix) }
    }
  }

  @Test func aDamagedJournalGivesAnEarlierMomentOrAnError() throws {
    let lab = try made()
    let store = try lab.writing()
    let old = try lab.bytes()
    try lab.addSets(4, to: store)
    let journal = try lab.bytes(lab.path + "-wal")
    let newest = try store.read { reader throws(DiagnosticError) in try reader.measurementSets() }
    try #require(journal.count > 4 * 4096)
    var random = SplitMix64(seed: 10)
    let damaged = lab.folder + "/damaged.sqlite"
    var moments: Set<Int> = []
    for _ in 0..<60 {
      var copy = journal
      let place = Int.random(in: 0..<copy.count, using: &random)
      if Bool.random(using: &random) {
        copy[place] ^= UInt8.random(in: 1...255, using: &random)
      } else {
        copy.removeLast(copy.count - place)
      }
      try lab.write(old, to: damaged)
      try lab.write(copy, to: damaged + "-wal")
      guard case (let found, let check)? = try? content(damaged) else { continue }
      #expect(check?.findings.isEmpty == true, "byte \(place): \(check?.findings ?? [])")
      let known = found.sets.filter { set in newest.contains { $0.id == set.id } }
      #expect(known == Array(newest.prefix(known.count)), "byte \(place): no moment that ever was")
      #expect(!found.hasRefusals)
      moments.insert(found.sets.count)
      for suffix in ["-wal", "-shm"] { unlink(damaged + suffix) }
    }
    #expect(moments.count > 1, "no damage cut the journal short")
  }
}

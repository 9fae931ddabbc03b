import FabDiagnostics
import FabNumerics
import FabStore
import Foundation
import Testing

@Suite struct KilledWriterTests {
  /// How often a writer is killed; more with PCU_FAB_KILL_CYCLES.
  private static let cycles =
    ProcessInfo.processInfo.environment["PCU_FAB_KILL_CYCLES"].flatMap(Int.init) ?? 30

  /// The seed of the moments; the tests say which cycle failed.
  private static let seed: UInt64 = 20_261_124

  @Test func nothingAcknowledgedIsLostWhenAWriterIsKilled() throws {
    let lab = try TestLab()
    var random = SplitMix64(seed: Self.seed)
    var acknowledged = 0
    for cycle in 0..<Self.cycles {
      let before = try sets(lab).count
      let child = try Child(Child.writer, [lab.path, "c\(cycle)", "1000000"])
      child.wait(forLines: 1)
      usleep(UInt32.random(in: 0..<20_000, using: &random))
      child.kill()
      child.wait()
      let numbers = child.output.compactMap(Int64.init)
      try #require(!numbers.isEmpty, "cycle \(cycle), seed \(Self.seed): \(child.complaints)")
      acknowledged += numbers.count
      try verify(lab, cycle: cycle, before: before, acknowledged: numbers)
    }
    #expect(acknowledged >= Self.cycles)
    let check = try lab.reading().check()
    #expect(check.findings.isEmpty, "\(check.findings)")
  }

  private func sets(_ lab: TestLab) throws -> [MeasurementSet] {
    try lab.reading().read { reader throws(DiagnosticError) in try reader.measurementSets() }
  }

  private func verify(
    _ lab: TestLab,
    cycle: Int,
    before: Int,
    acknowledged: [Int64]
  ) throws {
    let store = try lab.reading()
    let (sets, imports, audit) = try store.read { reader throws(DiagnosticError) in
      let sets = try reader.measurementSets()
      // Reading the values holds them against their digest.
      for set in sets.suffix(from: before) {
        let values = try reader.values(of: set)
        let index = try reader.find(ImportRecord.self, .integer(set.import ?? 0))
          .flatMap { Double($0.target) }
        #expect(values.count == 49 && values.first?.value == index, "cycle \(cycle), set \(set.id)")
      }
      return (sets, try reader.all(ImportRecord.self), try reader.verifyAudit())
    }
    let stored = Set(sets.map(\.id))
    #expect(stored.isSuperset(of: acknowledged), "cycle \(cycle) lost an acknowledged set")
    // What was committed and not yet acknowledged may be there: one set at most.
    #expect(sets.count - before - acknowledged.count <= 1, "cycle \(cycle)")
    #expect(
      Set(imports.map(\.id)) == Set(sets.compactMap(\.import)),
      "cycle \(cycle): half an import"
    )
    #expect(audit.findings.isEmpty, "cycle \(cycle): \(audit.findings)")
    // All of it takes as long as the file is large, so not after every kill.
    guard cycle % 10 == 0 else { return }
    let check = try store.check()
    #expect(check.findings.isEmpty, "cycle \(cycle): \(check.findings)")
  }
}

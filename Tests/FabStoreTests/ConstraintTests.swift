import FabDiagnostics
import FabStore
import Foundation
import GRDB
import Testing

@testable import FabStore

@Suite struct ConstraintTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNoneAreRefusedWithTheirPlace(_ number: Double) throws {
    let lab = try TestLab()
    let store = try lab.writing()
    let value = refusal {
      _ = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
        try writer.addMeasurements([
          (lab.header(), TestLab.values(0) + [MeasuredValue(value: number)])
        ])
      }
    }
    #expect(value.codes == [.notFinite] && value.text.contains("value 50 of edge on W1"))
    let entry = refusal {
      _ = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
        try writer.add(Material(code: "x", densityGPerCm3: number, source: ""))
      }
    }
    #expect(entry.codes == [.notFinite] && entry.text.contains("densityGPerCm3"))
    #expect(
      try store.read { reader throws(DiagnosticError) in try reader.measurementSets() }.isEmpty
    )
  }

  @Test func aMissingValueNeedsAFlag() throws {
    let lab = try TestLab()
    let refused = refusal {
      _ = try lab.writing()
        .write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
          try writer.addMeasurements([(lab.header(), [MeasuredValue(value: nil)])])
        }
    }
    #expect(refused.codes == [.notFinite])
  }

  @Test(arguments: [
    "INSERT INTO measured_value (id, value) VALUES (1048576 + 99, 'thick')",
    "INSERT INTO measured_value (id, value) VALUES (2 * 1048576, 1.0)",
    "INSERT INTO measured_value (id, value) VALUES (99, 1.0)",
    "INSERT INTO measured_value (id, flags) VALUES (1048576 + 99, 0)",
    "INSERT INTO measured_value (id, site, value) VALUES (1048576 + 99, 7, 1.0)",
    "INSERT INTO wafer (code, lot, substrate, diameter_mm, edge_exclusion_mm, state) VALUES ('W2', 'none', 'glass', 100, 4, 'processed')",
    "INSERT INTO wafer (code, lot, substrate, diameter_mm, edge_exclusion_mm, state) VALUES ('W2', 'L1', 'glass', -1, 4, 'processed')",
  ])
  func rowsAgainstTheSchemaAreRefused(_ sql: String) throws {
    let lab = try TestLab()
    let store = try lab.writing()
    try lab.addSets(1, to: store)
    #expect(throws: DatabaseError.self) { try store.queue.write { try $0.execute(sql: sql) } }
    #expect(try store.check().findings.isEmpty)
  }

  @Test func aSetOfMoreValuesThanItHasNumbersForIsRefused() throws {
    let lab = try TestLab()
    let store = try lab.writing()
    let many = [MeasuredValue](repeating: MeasuredValue(value: 1), count: 1_048_576)
    let refused = refusal {
      _ = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
        try writer.addMeasurements([(lab.header(), many)])
      }
    }
    #expect(refused.codes == [.databaseFailure])
    #expect(refused.text == "edge on W1 has 1048576 values; a set has room for 1048575")
  }

  @Test func theViewHasEveryValueWithItsSetAndPlace() throws {
    let lab = try TestLab()
    let store = try lab.writing()
    try lab.addSets(3, to: store)
    let (rows, plan) = try store.queue.read { database in
      (
        try Row.fetchAll(database, sql: "SELECT * FROM measurement_value ORDER BY measurement, n"),
        try Row.fetchAll(
          database,
          sql: "EXPLAIN QUERY PLAN SELECT * FROM measurement_value WHERE measurement = 2"
        )
        .map { $0["detail"] as String }
      )
    }
    var expected: [[Double]] = []
    for set in 0..<3 {
      for (index, value) in TestLab.values(set).enumerated() {
        let place = [value.xUm, value.yUm].map { Double($0 ?? 0) / 1000 }
        expected.append([Double(set + 1), Double(index + 1)] + place + [value.value ?? 0])
      }
    }
    let found = rows.map { row in
      ["measurement", "n", "x_mm", "y_mm", "value"].map { (row[$0] as Double?) ?? .nan }
    }
    #expect(found == expected)
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }

  @Test func aSetOfAnUnknownWaferIsRefusedAndNothingOfTheImportStays() throws {
    let lab = try TestLab()
    let store = try lab.writing()
    let refused = refusal {
      _ = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
        let sets = [
          (lab.header(), TestLab.values(0)), (lab.header(wafer: "W7"), TestLab.values(1)),
        ]
        // Caught or not, half an import can't be committed.
        do throws(DiagnosticError) { try writer.addMeasurements(sets) } catch {}
      }
    }
    #expect(refused.codes == [.conflictingEntry])
    #expect(
      try store.read { reader throws(DiagnosticError) in try reader.measurementSets() }.isEmpty
    )
    #expect(try store.check().findings.isEmpty)
  }

  @Test func aSetIsCorrectedOnce() throws {
    let lab = try TestLab()
    let store = try lab.writing()
    try lab.addSets(2, to: store)
    func correct() throws {
      _ = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
        try writer.addMeasurements([(lab.header(supersedes: 1), TestLab.values(5))])
      }
    }
    try correct()
    #expect(refusal(correct).codes == [.conflictingEntry])
    let (ids, statistics) = try store.read { reader throws(DiagnosticError) in
      (try reader.measurementSets().map(\.id), try reader.waferStatistics(characteristic: "edge"))
    }
    #expect(ids == [2, 3])
    let values = (TestLab.values(1) + TestLab.values(5)).compactMap(\.value)
    let mean = values.reduce(0, +) / 98
    let found = try #require(statistics.first)
    #expect(statistics.count == 1 && found.n == 98 && found.sets == 2)
    #expect(
      abs(found.mean - mean) < 1e-9 && found.low == values.min() && found.high == values.max()
    )
  }

  @Test func theSameIsKeptOnceAndAnotherNamesWhatDiffers() throws {
    let lab = try TestLab()
    let store = try lab.writing()
    let file = StoredFile(name: "a.csv", bytes: [1, 2, 3])
    let again = StoredFile(name: "b.csv", bytes: [1, 2, 3])
    let outcome = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
      [
        try writer.keep(file), try writer.keep(again),
        try writer.add(Lot(code: "L1", state: "open")),
      ]
    }
    #expect(outcome.value == [true, false, false] && outcome.changes.count == 1)
    let other = Material(code: "pbi2", densityGPerCm3: 6, source: "another table")
    do {
      _ = try store.write(by: "ada", at: lab.now) { writer throws(DiagnosticError) in
        try writer.add(other)
      }
      Issue.record("another material of the same name was taken")
    } catch {
      let notes = error.diagnostics.first?.notes.map(\.text) ?? []
      #expect(error.diagnostics.map(\.code) == [.conflictingEntry])
      #expect(notes.map { $0.prefix { $0 != ":" } } == ["densityGPerCm3", "source"])
    }
  }

  @Test func aRehearsalSaysWhatWouldChangeAndChangesNothing() throws {
    let lab = try TestLab()
    let store = try lab.writing()
    let outcome = try store.write(by: "ada", at: lab.now, isRehearsal: true) {
      writer throws(DiagnosticError) in
      try writer.add(Lot(code: "L2", state: "open"))
    }
    #expect(outcome.changes.map(\.name) == ["L2"])
    #expect(
      try store.read { reader throws(DiagnosticError) in try reader.names(Lot.self) } == ["L1"]
    )
  }
}

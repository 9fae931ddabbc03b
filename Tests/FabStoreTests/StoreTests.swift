import FabDiagnostics
import FabStore
import Foundation
import Testing

@Suite struct StoreTests {
  private let folder: String
  private let path: String
  private let now = UTCTime("2026-11-24T08:00Z")

  init() throws {
    folder = NSTemporaryDirectory() + "store-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/lab.sqlite"
    try Store.create(path: path, at: #require(now))
  }

  @Test func whatIsAddedIsThereAndInTheAudit() throws {
    let now = try #require(now)
    let material = Material(code: "pbi2", densityGPerCm3: 6, source: "azom.com")
    do {
      let store = try Store(path: path, access: .writing)
      let outcome = try store.write(by: "ada", at: now) { writer throws(DiagnosticError) in
        (try writer.add(material), try writer.add(material))
      }
      #expect(outcome.value == (true, false))
      #expect(outcome.changes.count == 1)
      let id = try store.write(by: "ada", at: now) { writer throws(DiagnosticError) in
        try writer.add(Lot(code: "L1", state: "open"))
        try writer.add(
          Wafer(
            code: "W1",
            lot: "L1",
            substrate: "glass",
            diameterMm: 100,
            edgeExclusionMm: 4,
            state: "needs processing"
          )
        )
        try writer.add(Characteristic(code: "edge", unit: "nm", method: ""))
        return try writer.addMeasurements([
          (
            MeasurementSet(
              id: 0,
              wafer: "W1",
              characteristic: "edge",
              component: "",
              measuredAt: now,
              operatorName: "ada",
              generated: 0,
              n: 0,
              missing: 0,
              digest: 0
            ),
            [
              MeasuredValue(xUm: 0, yUm: 1, value: 765.5),
              MeasuredValue(value: nil, flags: .notMeasured),
            ]
          )
        ])
      }
      #expect(id.value == 1...1)
    }
    let store = try Store(path: path, access: .reading)
    let found = try store.read { reader throws(DiagnosticError) in
      try reader.named(Material.self, "pbi2")
    }
    #expect(found == material)
    let check = try store.check()
    #expect(check.findings.isEmpty, "\(check.findings)")
    #expect(check.parts.contains { $0.name == "measured values" && $0.count == 2 })
  }
}

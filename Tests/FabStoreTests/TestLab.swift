import FabDiagnostics
import FabHash
import Foundation
import Testing

@testable import FabStore

/// A folder with the database of a small lab, gone when the test is over.
final class TestLab {
  let folder: String
  let path: String
  let now: UTCTime

  /// Makes the folder and, unless told otherwise, the database.
  init(isEmpty: Bool = false, in place: String = NSTemporaryDirectory()) throws {
    folder = (place as NSString).appendingPathComponent("store-" + UUID().uuidString)
    path = folder + "/lab.sqlite"
    now = try #require(UTCTime("2026-11-24T08:00Z"))
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if !isEmpty {
      try Store.create(path: path, at: now)
      try Self.fill(writing(), at: now)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func writing(patience: Double = Store.patience) throws -> Store {
    try Store(path: path, access: .writing, patience: patience)
  }

  func reading() throws -> Store { try Store(path: path, access: .reading) }

  /// A lot, a wafer, a material and a characteristic.
  static func fill(_ store: Store, at now: UTCTime) throws {
    _ = try store.write(by: "ada", at: now) { writer throws(DiagnosticError) in
      try writer.add(Material(code: "pbi2", densityGPerCm3: 6.16, source: "a table"))
      try writer.add(Lot(code: "L1", state: "open"))
      try writer.add(
        Wafer(
          code: "W1",
          lot: "L1",
          substrate: "glass",
          diameterMm: 100,
          edgeExclusionMm: 4,
          state: "in process"
        )
      )
      try writer.add(Characteristic(code: "edge", unit: "nm", method: ""))
    }
  }

  /// A hash that only its name gives.
  static func hash(_ name: String) -> String { ContentHash(of: Array(name.utf8)).hexadecimal }

  /// A layout of three sites and its recipe of two steps, all of one hash.
  func keepLayout(named name: String, with writer: StoreWriter) throws(DiagnosticError) {
    let hash = Self.hash(name)
    try writer.keep(
      RecipeVersion(sha256: hash, name: name, version: 1, canonical: "{}"),
      steps: [
        RecipeStep(recipe: hash, seq: 1, film: "pbi2", kind: "deposit", thicknessNm: 500),
        RecipeStep(recipe: hash, seq: 2, film: "pbi2", kind: "anneal", temperatureC: 100.5),
      ]
    )
    try writer.keep(
      LayoutVersion(
        sha256: hash,
        name: name,
        recipe: hash,
        floorPlanSha256: hash,
        floorPlan: "{}",
        diameterMm: 100,
        edgeExclusionMm: 4
      ),
      sites: (1...3)
        .map {
          LayoutSite(
            id: 0,
            layout: hash,
            label: "S\($0)",
            kind: "pcu",
            block: "S",
            xUm: $0 * 1000,
            yUm: 0,
            widthUm: 500,
            heightUm: 500
          )
        }
    )
  }

  /// The header of a set; the store fills in the rest.
  func header(supersedes: Int64? = nil, wafer: String = "W1") -> MeasurementSet {
    MeasurementSet(
      id: 0,
      wafer: wafer,
      characteristic: "edge",
      component: "",
      measuredAt: now,
      operatorName: "ada",
      supersedes: supersedes,
      generated: 0,
      n: 0,
      missing: 0,
      digest: 0
    )
  }

  /// Values that differ from set to set.
  static func values(_ index: Int, count: Int = 49) -> [MeasuredValue] {
    (0..<count)
      .map {
        MeasuredValue(xUm: Int32($0), yUm: Int32(index), value: 765 + Double(index * 64 + $0) / 64)
      }
  }

  /// Adds sets of 49 values, each in its own transaction, or all in one.
  @discardableResult
  func addSets(_ count: Int, to store: Store, inOne: Bool = false) throws -> [MeasurementSet] {
    let sets = (0..<count).map { (header(), Self.values($0)) }
    for part in inOne ? [sets] : sets.map({ [$0] }) {
      _ = try store.write(by: "ada", at: now) { writer throws(DiagnosticError) in
        try writer.addMeasurements(part)
      }
    }
    return try store.read { reader throws(DiagnosticError) in try reader.measurementSets() }
  }

  /// Runs SQL as another program would.
  func raw(_ sql: String, on file: String? = nil) throws {
    let done = try Child.run("/usr/bin/env", ["sqlite3", "-bail", file ?? path, sql])
    try #require(done.status == 0, "\(done.errors)")
  }

  func bytes(_ file: String? = nil) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file ?? path)))
  }

  func write(_ bytes: [UInt8], to file: String? = nil) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file ?? path))
  }

  /// What lies in the folder.
  var names: Set<String> {
    get throws { Set(try FileManager.default.contentsOfDirectory(atPath: folder)) }
  }
}

/// The codes and the first summary of what a body throws; empty if it doesn't.
func refusal(_ body: () throws -> Void) -> (codes: [DiagnosticCode], text: String) {
  do {
    try body()
    return ([], "")
  } catch let error as DiagnosticError {
    return (error.diagnostics.map(\.code), error.diagnostics.first?.summary ?? "")
  } catch {
    return ([], "\(error)")
  }
}

import FabDiagnostics
import FabHash
import FabStore
import Foundation

// Times the store; Benchmarks/store-peer runs it beside Python's sqlite3.
//
// store-bench create PATH WAFERS      an empty store with wafers W1, W2, … and the characteristic 'edge'
// store-bench transactions PATH SETS  one durable transaction a set of 49 values
// store-bench bulk PATH SETS          all sets in one durable transaction
// store-bench statistics PATH         mean and spread of every wafer, the best of five
// store-bench check PATH              everything held against digests and the audit
// Prints seconds, and what was counted.

/// The time that a job takes, in seconds.
func clock(_ body: () throws -> Void) rethrows -> Double {
  let start = DispatchTime.now().uptimeNanoseconds
  try body()
  return Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
}

/// Sets of 49 values on the sampling plan of rings, on one wafer after another.
func sets(
  _ count: Int,
  wafers: Int,
  at now: UTCTime
) -> [(header: MeasurementSet, values: [MeasuredValue])] {
  var random = UInt64(1)
  return (0..<count)
    .map { index in
      let header = MeasurementSet(
        id: 0,
        wafer: "W\(index % wafers + 1)",
        characteristic: "edge",
        component: "",
        measuredAt: now,
        operatorName: "bench",
        generated: 1,
        n: 0,
        missing: 0,
        digest: 0
      )
      let values = (0..<49)
        .map { site in
          random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return MeasuredValue(
            site: Int64(site + 1),
            value: 765 + Double(random >> 11) * 0x1p-53
          )
        }
      return (header, values)
    }
}

/// A layout of 49 sites in a square.
func addLayout(_ writer: StoreWriter) throws(DiagnosticError) {
  let hash = ContentHash(of: []).hexadecimal
  try writer.keep(
    RecipeVersion(sha256: hash, name: "bench", version: 1, canonical: "{}"),
    steps: []
  )
  let layout = LayoutVersion(
    sha256: hash,
    name: "bench",
    recipe: hash,
    floorPlanSha256: hash,
    floorPlan: "{}",
    diameterMm: 100,
    edgeExclusionMm: 4
  )
  let sites = (0..<49)
    .map {
      LayoutSite(
        id: 0,
        layout: hash,
        label: "S\($0 + 1)",
        kind: "pcu",
        block: "S",
        xUm: ($0 % 7 - 3) * 15_000,
        yUm: ($0 / 7 - 3) * 15_000,
        widthUm: 5000,
        heightUm: 5000
      )
    }
  try writer.keep(layout, sites: sites)
}

func wafer(_ index: Int) -> Wafer {
  Wafer(
    code: "W\(index)",
    lot: "L1",
    substrate: "glass",
    diameterMm: 100,
    edgeExclusionMm: 4,
    state: "processed"
  )
}

do {
  let arguments = CommandLine.arguments
  guard let now = UTCTime("2026-11-24T08:00Z"), arguments.count >= 3 else {
    FileHandle.standardError.write(Data("usage: see Benchmarks/store-bench/main.swift\n".utf8))
    exit(64)
  }
  let (path, count) = (arguments[2], arguments.count > 3 ? Int(arguments[3]) ?? 0 : 0)
  switch arguments[1] {
  case "create":
    try Store.create(path: path, at: now)
    let store = try Store(path: path, access: .writing)
    _ = try store.write(by: "bench", at: now) { writer throws(DiagnosticError) in
      try addLayout(writer)
      try writer.add(Lot(code: "L1", state: "open"))
      for index in 1...max(1, count) { try writer.add(wafer(index)) }
      try writer.add(Characteristic(code: "edge", unit: "nm", method: ""))
    }
  case "transactions", "bulk":
    let store = try Store(path: path, access: .writing)
    let wafers = try store.read { reader throws(DiagnosticError) in
      try reader.names(Wafer.self).count
    }
    let all = sets(count, wafers: wafers, at: now)
    let isBulk = arguments[1] == "bulk"
    let time = try clock {
      for start in stride(from: 0, to: count, by: isBulk ? count : 1) {
        let part = isBulk ? all : [all[start]]
        _ = try store.write(by: "bench", at: now) { writer throws(DiagnosticError) in
          try writer.addMeasurements(part)
        }
      }
    }
    print(time, count)
  case "statistics":
    let store = try Store(path: path, access: .reading)
    var found: [WaferStatistics] = []
    let times = try (0..<5)
      .map { _ in
        try clock {
          found = try store.read { reader throws(DiagnosticError) in
            try reader.waferStatistics(characteristic: "edge")
          }
        }
      }
    print(times.min() ?? 0, found.reduce(0) { $0 + $1.n })
  case "check":
    let store = try Store(path: path, access: .reading)
    var findings = 0
    let time = try clock { findings = try store.check().findings.count }
    print(time, findings)
  default: exit(64)
  }
} catch let error as DiagnosticError {
  let text = error.diagnostics.map(\.summary).joined(separator: "\n")
  FileHandle.standardError.write(Data((text + "\n").utf8))
  exit(1)
}

import FabDiagnostics
import FabExtraction
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe
import Foundation

// Times the extraction of a GDSII file inside one process, reading apart: `extract-bench FILE.gds [RUNS]`, from the
// root of the checkout. `Benchmarks/extraction-peer` writes the file and times KLayout on it.

/// Prints the least time of several runs, and returns the last result.
@MainActor func timed<T>(_ name: String, runs: Int, _ body: () throws -> T) rethrows -> T {
  let clock = ContinuousClock()
  let start = clock.now
  var result = try body()
  var best = clock.now - start
  for _ in 1..<max(1, runs) {
    let start = clock.now
    result = try body()
    best = min(best, clock.now - start)
  }
  let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
  let time = String(format: "%10.3f", seconds)
  print(name.padding(toLength: 52, withPad: " ", startingAt: 0) + " " + time)
  return result
}

guard CommandLine.arguments.count > 1 else {
  FileHandle.standardError.write(Data("usage: extract-bench FILE.gds [RUNS]\n".utf8))
  exit(64)
}
let path = CommandLine.arguments[1]
let runs = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 3
let text = try String(contentsOfFile: "Recipes/pcu-mapbi3.yaml", encoding: .utf8)
let flow = try Recipe.read(SourceText(name: "pcu-mapbi3.yaml", text: text)).recipe.flow
let levels = flow.levels.map { LayoutLevel(name: $0.name, gdsLayer: $0.index, color: $0.color) }
let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
let layout = try timed("ours: read", runs: 1) {
  try GDSIIReader(levels: levels).layout(from: bytes, file: path).layout
}
let fast = try timed("ours: extract, hierarchical", runs: runs) {
  try HierarchicalExtraction(layout, flow: flow)
}
let crossings = fast.counts[.insulatedCrossing] ?? 0
let joints = fast.counts[.contact] ?? 0
let devices = fast.counts.values.reduce(0, +) - crossings - joints
print("  \(devices) devices, \(crossings) crossings, \(fast.netCount) nets")

let meant = try MeantArray(layout, flow: flow)
let expanded = timed("ours: expand to single devices, nets and areas", runs: 1) {
  fast.expanded(sites: meant.sites, contacts: meant.contacts)
}
let comparison = timed("ours: compare with the schematic", runs: 1) {
  LVSComparison(of: expanded, with: meant.schematic)
}
print("  \(meant.schematic.devices.count) devices, \(comparison.differences.count) differences")
for difference in comparison.differences.prefix(3) { print("  \(difference.text)") }

guard !CommandLine.arguments.contains("--no-flat") else { exit(0) }
let flat = try timed("ours: extract, flat", runs: 1) {
  let shapes = try timed("  flatten", runs: 1) { try layout.flattened() }
  let regions = timed("  merge", runs: 1) { shapes.mapValues { Region($0) } }
  return timed("  overlaps, nets and devices", runs: 1) {
    ExtractedWafer(regions: regions, flow: flow)
  }
}
print("  \(flat.devices.count) devices, \(flat.crossings.count) crossings, \(flat.nets.count) nets")

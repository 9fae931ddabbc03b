import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe
import Foundation
import Testing

@Suite struct FloorPlanTests {
  static let defaultText: String = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Layouts/wafer-4in-101.yaml")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }()
  private let stamps = SheetStamps(
    recipeHash: String(repeating: "ab", count: 32),
    floorPlanHash: String(repeating: "01", count: 32)
  )

  private func layout(_ text: String) throws -> WaferLayout {
    try FloorPlan.read(SourceText(name: "plan.yaml", text: text))
      .layout(flow: PaperFlow.flow, recipeName: "r.yaml", stamps: stamps)
  }

  @Test func makesThe101PCUsOfThePaper() throws {
    let wafer = try layout(Self.defaultText)
    #expect(wafer.pcus.count == 101)
    #expect(wafer.arrayCount == 9)
    #expect(wafer.singleCount == 20)
    #expect(wafer.contacts.count == 296)
    #expect(wafer.crossingCount == 54)
    #expect(Set(wafer.contacts.map(\.name)).count == 296)
    let names = Set(wafer.pcus.map(\.name))
    #expect(names.count == 101)
    #expect(names.isSuperset(of: ["A1.R1C1", "A9.R3C3", "S01", "S20"]))
  }

  @Test func placesA1AtTheTopLeft() throws {
    let wafer = try layout(Self.defaultText)
    let first = try #require(wafer.pcus.first { $0.name == "A1.R1C1" })
    // Array centre (-18.5, 18.5): frame from -27 to -10, cells from -25 up to 27.
    #expect(first.box == Box(-25_000_000, 22_000_000, -20_000_000, 27_000_000))
  }

  @Test func drawsEachLevelsAreaOnce() throws {
    let flat = try layout(Self.defaultText).layout.flattened()
    let silver = Region(flat[Layer(LevelName("AG"))] ?? [])
    // 101 electrodes and four crosses of 2.4 x 0.3 mm bars.
    let cross = 2 * 2.4 * 0.3 - 0.3 * 0.3
    #expect(abs(silver.areaMm2 - (101 * 0.315 + 4 * cross)) < 1e-9)
    #expect(silver.polygons.count == 105)
  }

  @Test func refusesOverlappingArraysWithBothNamesAndTheDistance() {
    let text = Self.defaultText.replacing("pitch: 18.5 mm", with: "pitch: 16 mm")
    let error = #expect(throws: DiagnosticError.self) { _ = try layout(text) }
    let first = error?.diagnostics.first
    #expect(first?.code == .blocksOverlap)
    #expect(first?.summary == "A1 and A2 overlap by 1 mm")
    #expect(first?.place?.heading == "plan.yaml:16:11")
  }

  @Test func refusesBlocksOutsideTheUsableArea() {
    let text = Self.defaultText.replacing("[33 mm, 0 mm]", with: "[43.5 mm, 3 mm]")
    let error = #expect(throws: DiagnosticError.self) { _ = try layout(text) }
    let outside = error?.diagnostics.first { $0.code == .outsideUsableArea }
    #expect(outside?.summary.contains("S08") == true)
    #expect(outside?.summary.contains("by 1.166 mm") == true)
  }

  @Test(arguments: [
    ("pitch: 5 mm ", "pitch: 5.0000001 mm", DiagnosticCode.offGrid),
    ("pitch: 5 mm ", "pitch: 4.9 mm", .outOfRange), ("size: 4in", "size: 5in", .unknownChoice),
    ("pitch: 5 mm ", "pitch: 3 m", .coordinateOverflow), ("rows: 3", "rows: 0", .outOfRange),
    ("rows: 3", "rowz: 3", .unknownKey), ("level: PVK", "level: PVX", .unknownLevel),
    ("name: wafer-4in-101", "name: ../etc", .invalidName),
    ("mark: none", "mark: notch", .outOfRange),
    ("floor plan 1", "floor plan 2", .unknownFormat), ("name: S", "name: A", .duplicateName),
    ("[-16 mm, 33 mm]", "[-16 mm]", .wrongKind),
  ])
  func refuses(found: String, replacement: String, code: DiagnosticCode) {
    let text = Self.defaultText.replacing(found, with: replacement)
    #expect(text != Self.defaultText)
    let error = #expect(throws: DiagnosticError.self) { _ = try layout(text) }
    #expect(error?.diagnostics.map(\.code).contains(code) == true)
    #expect(error?.diagnostics.allSatisfy { $0.place != nil } == true)
  }

  /// Values that a user can type and that no coordinate can hold, or no sheet or cell has space for.
  @Test(arguments: [
    "sheet: {size: 120 mm, cornerRadius: 61 mm}", "sheet: {pinDistance: 900 mm}",
    "sheet: {size: 100 mm, pinDistance: 40 mm, keyHeight: 10 mm}", "sheet: {keyHeight: 62 mm}",
    "pcu: {island: [0 mm, 0 mm, 900 mm, 900 mm]}", "pcu: {wordLine: [4.2 mm, 900 mm]}",
    "pcu: {bitLineEnd: 6 mm}", "pcu: {n1: [0 mm, 0 mm, 1 mm, 1 mm]}",
    "pcu: {island: [2 mm, 0 mm, 1 mm, 1 mm]}",
  ])
  func refusesWhatHasNoSpace(line: String) {
    let error = #expect(throws: DiagnosticError.self) {
      _ = try layout(Self.defaultText + "\n" + line)
    }
    #expect(error?.diagnostics.isEmpty == false)
  }

  @Test func refusesArraysBeyondEveryCoordinate() {
    let text = Self.defaultText.replacing("    rows: 3\n", with: "    rows: 1000\n")
      .replacing("pitch: 5 mm ", with: "pitch: 900 mm")
    let error = #expect(throws: DiagnosticError.self) { _ = try layout(text) }
    #expect(error?.diagnostics.map(\.code) == [.outOfRange])
  }

  @Test func hasOneCanonicalFormForOnePlan() throws {
    let plan = try FloorPlan.read(SourceText(name: "a", text: Self.defaultText))
    let reworded = Self.defaultText
      .replacing("edgeExclusion: 4 mm", with: "edgeExclusion: 4000 um")
      .replacing("    rows: 3\n    columns: 3\n", with: "    columns: 3\n    rows: 3\n")
      .replacing("# The perovskite", with: "# Perovskite")
    let other = try FloorPlan.read(SourceText(name: "b", text: reworded))
    #expect(plan.canonicalJSON == other.canonicalJSON)
    #expect(plan == other)
    let changed = Self.defaultText.replacing("pitch: 5 mm ", with: "pitch: 5.1 mm")
    #expect(
      try FloorPlan.read(SourceText(name: "c", text: changed)).canonicalJSON != plan.canonicalJSON
    )
  }
}

import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabNumerics
import FabRecipe
import Testing

@Suite struct DXFForeignFileTests {
  /// A file with the given groups, written `code value` a line.
  private func file(units: Int? = 4, blocks: String = "", entities: String) -> [UInt8] {
    var lines: [String] = []
    func add(_ text: String) {
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1)
        lines += [String(parts[0]), parts.count > 1 ? String(parts[1]) : ""]
      }
    }
    if let units { add("0 SECTION\n2 HEADER\n9 $INSUNITS\n70 \(units)\n0 ENDSEC") }
    add(
      "0 SECTION\n2 BLOCKS\n\(blocks)\n0 ENDSEC\n0 SECTION\n2 ENTITIES\n\(entities)\n0 ENDSEC\n0 EOF"
    )
    return Array(lines.joined(separator: "\r\n").utf8) + [0x0D, 0x0A]
  }

  private func read(_ bytes: [UInt8]) throws -> ReadLayout {
    try DXFReader().layout(from: bytes, file: "f.dxf")
  }

  private func shapes(_ bytes: [UInt8], on level: String = "0") throws -> [Polygon] {
    try read(bytes).layout.flattened()[Layer(LevelName(level))] ?? []
  }

  private let square =
    "0 LWPOLYLINE\n8 0\n90 4\n70 1\n10 0\n20 0\n10 1\n20 0\n10 1\n20 1\n10 0\n20 1"

  @Test(arguments: [(1, 25_400_000), (4, 1_000_000), (13, 1000), (5, 10_000_000), (12, 1)])
  func honoursUnits(number: Int, side: Int) throws {
    let found = try read(file(units: number, entities: square))
    #expect(found.warnings.isEmpty)
    #expect(try found.layout.flattened().values.flatMap { $0 } == [Polygon(Box(0, 0, side, side))])
  }

  @Test(arguments: [nil, 0, 99])
  func assumesMillimetresWithAWarning(number: Int?) throws {
    let found = try read(file(units: number, entities: square))
    #expect(found.warnings.map(\.code) == [.missingUnit])
    #expect(
      try found.layout.flattened()[Layer(LevelName("0"))] == [
        Polygon(Box(0, 0, 1_000_000, 1_000_000))
      ]
    )
  }

  @Test func joinsLinesAndArcs() throws {
    // A half disc of a radius of 1 mm; the line is drawn against the arc and misses it by 0.5 µm.
    let bytes = file(
      entities: """
        0 LINE
        8 0
        10 -1.0005
        20 0
        11 1
        21 0
        0 ARC
        8 0
        10 0
        20 0
        40 1
        50 0
        51 180
        """
    )
    let polygon = try #require(try shapes(bytes).first)
    #expect(
      polygon.outer.vertices.compactMap { $0.arc?.radius }.allSatisfy { abs($0 - 1_000_000) < 300 }
    )
    #expect(polygon.outer.vertices.count == 3)
  }

  @Test func joinsFourLinesInAnyOrder() throws {
    let sides = ["0 0 1 0", "0 1 0 0", "1 1 1 0", "0 1 1 1"]
    let entities = sides.map { side in
      let parts = side.split(separator: " ")
      return "0 LINE\n8 0\n10 \(parts[0])\n20 \(parts[1])\n11 \(parts[2])\n21 \(parts[3])"
    }
    let found = try shapes(file(entities: entities.joined(separator: "\n")))
    #expect(found.count == 1)
    #expect(Set(found[0].outer.points) == Set(Outline(Box(0, 0, 1_000_000, 1_000_000)).points))
  }

  @Test func reportsOpenChains() throws {
    let found = try read(
      file(entities: "0 LINE\n8 0\n10 0\n20 0\n11 5\n21 0\n0 LINE\n8 0\n10 5\n20 0\n11 5\n21 5")
    )
    #expect(found.layout.flatSize.shapes == 0)
    #expect(
      found.warnings.map(\.summary) == ["1 lines that don't close to a contour were left out"]
    )
    #expect(found.warnings.first?.place?.heading == "f.dxf:22:1")
  }

  @Test func readsFullCirclesAndThreeQuarterArcs() throws {
    let bytes = file(
      entities: """
        0 CIRCLE
        8 0
        10 5
        20 5
        40 2
        0 ARC
        8 0
        10 20
        20 0
        40 1
        50 0
        51 270
        0 LINE
        8 0
        10 20
        20 -1
        11 21
        21 0
        """
    )
    let found = try shapes(bytes)
    #expect(found.compactMap { $0.outer.circle?.radius } == [2_000_000])
    let area = CanonicalShapes([Layer(LevelName("0")): [found[1]]]).doubleAreas.values.first ?? 0
    // Three quarters of a disc and a triangle: 3π/4 + 1/2 mm², flattened by at most 0.5 µm.
    let expected = 0.75 * Double.pi + 0.5
    #expect(abs(Double(area) / 2e12 - expected) < 0.003)
  }

  @Test func nestsContoursByEvenOdd() throws {
    let squares = [(0, 10), (1, 9), (2, 8), (20, 21)]
      .map { low, high in
        "0 LWPOLYLINE\n8 AU\n90 4\n70 1\n10 \(low)\n20 \(low)\n10 \(high)\n20 \(low)\n10 \(high)\n"
          + "20 \(high)\n10 \(low)\n20 \(high)"
      }
    let found = try shapes(file(entities: squares.joined(separator: "\n")), on: "AU")
    #expect(found.map(\.holes.count) == [1, 0, 0])
    #expect(found[1] == Polygon(Box(2_000_000, 2_000_000, 8_000_000, 8_000_000)))
  }

  @Test func expandsBlocks() throws {
    let bytes = file(
      blocks: "0 BLOCK\n8 0\n2 PAD\n10 1\n20 0\n\(square)\n0 ENDBLK",
      entities: """
        0 INSERT
        8 AU
        2 PAD
        10 10
        20 20
        41 -2
        42 2
        50 90
        70 2
        44 5
        """
    )
    // (x, y) -> (x - 1, y) -> (-2x, 2y) -> turned: x' = 10 - 2y, y' = 20 + 2 - 2x, next column 5 up.
    let boxes = [
      Box(8_000_000, 20_000_000, 10_000_000, 22_000_000),
      Box(8_000_000, 25_000_000, 10_000_000, 27_000_000),
    ]
    let found = try shapes(bytes, on: "AU")
    #expect(found.map { Set($0.outer.points) } == boxes.map { Set(Outline($0).points) })
  }

  @Test func namesTheBlocksOfACycle() {
    func insert(_ name: String) -> String { "0 INSERT\n8 0\n2 \(name)\n10 0\n20 0" }
    let bytes = file(
      blocks:
        "0 BLOCK\n2 A\n10 0\n20 0\n\(insert("B"))\n0 ENDBLK\n0 BLOCK\n2 B\n10 0\n20 0\n\(insert("A"))\n0 ENDBLK",
      entities: insert("A")
    )
    let error = #expect(throws: DiagnosticError.self) { try read(bytes) }
    #expect(error?.diagnostics.map(\.code) == [.referenceCycle])
    #expect(error?.diagnostics.first?.summary.hasSuffix("'A' -> 'B' -> 'A'") == true)
  }

  @Test func countsWhatItLeavesOut() throws {
    let found = try read(
      file(entities: "0 TEXT\n8 0\n1 hello\n0 SPLINE\n8 0\n0 TEXT\n8 0\n1 more\n\(square)")
    )
    #expect(
      found.warnings.map(\.summary) == [
        "2 TEXT entities were left out", "1 SPLINE entities were left out",
      ]
    )
    #expect(found.warnings.first?.place?.heading == "f.dxf:22:1")
    #expect(found.layout.flatSize.shapes == 1)
  }

  @Test(arguments: [
    ("10 x", DiagnosticCode.corruptFile), ("10 nan", .corruptFile),
    ("10 1e300", .coordinateOverflow),
    ("10 9000", .coordinateOverflow), ("ten 10", .corruptFile),
  ])
  func refusesBadNumbers(group: String, code: DiagnosticCode) {
    let entities = square.replacing("10 0\n20 0", with: "\(group)\n20 0")
    let error = #expect(throws: DiagnosticError.self) { try read(file(entities: entities)) }
    #expect(error?.diagnostics.map(\.code) == [code])
    #expect(error?.diagnostics.first?.place?.heading.hasPrefix("f.dxf:") == true)
  }

  @Test func refusesBinaryFiles() {
    let bytes = Array("AutoCAD Binary DXF\r\n\u{1A}\0".utf8)
    let error = #expect(throws: DiagnosticError.self) { try read(bytes) }
    #expect(error?.diagnostics.map(\.code) == [.unknownFormat])
  }

  @Test func saysThatTheEndIsMissing() {
    let bytes = file(entities: square)
    for count in stride(from: 0, to: bytes.count - 5, by: 3) {
      let error = #expect(throws: DiagnosticError.self) { try read(Array(bytes.prefix(count))) }
      #expect([.truncatedFile, .corruptFile].contains(error?.diagnostics.first?.code))
    }
  }

  /// Whatever the bytes, the reader gives a layout that can be measured, or a message.
  @Test func survivesDamagedFiles() throws {
    let written = try DXFVersion.allCases.map {
      try DXFWriter(version: $0).file(of: SampleLayouts.rich, level: LevelName("AU")).bytes
    }
    let foreign = file(
      blocks: "0 BLOCK\n2 A\n10 0\n20 0\n\(square)\n0 ENDBLK",
      entities:
        "0 INSERT\n8 0\n2 A\n10 0\n20 0\n70 3\n44 2\n0 ARC\n8 0\n10 0\n20 0\n40 1\n50 0\n51 300\n\(square)"
    )
    var random = SplitMix64(seed: 11)
    var layouts = 0
    var errors = 0
    for round in 0..<3000 {
      var damaged = round % 3 < 2 ? written[round % 3] : foreign
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let position = Int.random(in: 0..<max(1, damaged.count), using: &random)
        guard damaged.indices.contains(position) else { continue }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: damaged[position] = UInt8(ascii: "9")
        case 2: damaged.insert(UInt8(ascii: Bool.random(using: &random) ? "\n" : "-"), at: position)
        case 3: damaged.remove(at: position)
        default: damaged.removeSubrange(position...min(damaged.count - 1, position + 40))
        }
      }
      do throws(DiagnosticError) {
        let read = try DXFReader().layout(from: damaged, file: "f")
        layouts += 1
        for polygon in try read.layout.flattened(file: "f").values.joined() {
          _ = polygon.flattened()
        }
      } catch {
        errors += 1
        #expect(error.diagnostics.allSatisfy { !$0.summary.isEmpty })
      }
    }
    #expect(layouts > 300 && errors > 300, "\(layouts) layouts, \(errors) errors")
  }
}

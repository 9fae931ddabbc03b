import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct GDSIIForeignFileTests {
  private func read(_ stream: ForeignStream) throws -> ReadLayout {
    try GDSIIReader().layout(from: stream.finished, file: "f.gds")
  }

  private func shapes(_ stream: ForeignStream) throws -> [Polygon] {
    try read(stream).layout.flattened(file: "f.gds").values.flatMap { $0 }
  }

  @Test func readsClosedAndSloppyBoundaries() throws {
    var stream = ForeignStream()
    stream.structure("A") { stream in
      stream.boundary([0, 0, 10, 0, 10, 10, 0, 10, 0, 0])
      stream.boundary([0, 0, 10, 0, 10, 10, 10, 10, 0, 10])
    }
    #expect(try shapes(stream) == Array(repeating: Polygon(Box(0, 0, 10, 10)), count: 2))
  }

  @Test func joinsSeveralCoordinateRecords() throws {
    var stream = ForeignStream()
    stream.structure("A") { stream in
      stream.add(0x08, 0)
      stream.add(0x0D, 2, ForeignStream.words([1]))
      stream.add(0x0E, 2, ForeignStream.words([0]))
      stream.add(0x10, 3, ForeignStream.integers([0, 0, 10, 0]))
      stream.add(0x10, 3, ForeignStream.integers([10, 10, 0, 10, 0, 0]))
      stream.add(0x11, 0)
    }
    #expect(try shapes(stream) == [Polygon(Box(0, 0, 10, 10))])
  }

  @Test func readsBoxesAsShapes() throws {
    var stream = ForeignStream()
    stream.structure("A") { stream in
      stream.add(0x2D, 0)
      stream.add(0x0D, 2, ForeignStream.words([7]))
      stream.add(0x2E, 2, ForeignStream.words([3]))
      stream.add(0x10, 3, ForeignStream.integers([0, 0, 10, 0, 10, 20, 0, 20, 0, 0]))
      stream.add(0x11, 0)
    }
    let layout = try read(stream).layout
    #expect(layout.levels.map(\.name.text) == ["L7"])
    #expect(
      try layout.flattened() == [
        Layer(LevelName("L7"), .registration): [Polygon(Box(0, 0, 10, 20))]
      ]
    )
  }

  @Test(arguments: [
    (0, Box(0, -10, 100, 10)), (2, Box(-10, -10, 110, 10)), (4, Box(-3, -10, 105, 10)),
  ])
  func readsStraightPathEnds(type: Int, box: Box) throws {
    var stream = ForeignStream()
    stream.structure("A") { stream in
      stream.path(type: type, width: 20, extensions: type == 4 ? (3, 5) : nil, [0, 0, 100, 0])
    }
    let points = try #require(try shapes(stream).first).outer.points
    #expect(Set(points) == Set(Outline(box).points))
  }

  @Test func readsRoundPathEndsAsArcs() throws {
    var stream = ForeignStream()
    stream.structure("A") { $0.path(type: 1, width: 2000, [0, 0, 100_000, 0]) }
    let polygon = try #require(try shapes(stream).first)
    #expect(polygon.outer.vertices.compactMap(\.arc).map(\.radius) == [1000, 1000])
    let points = polygon.flattened(chordError: 1).outer.points
    #expect(points.map(\.x).min() == -1000)
    #expect(points.map(\.x).max() == 101_000)
  }

  @Test func mitresRightAngles() throws {
    var stream = ForeignStream()
    stream.structure("A") { $0.path(type: nil, width: 20, [0, 0, 100, 0, 100, 100]) }
    let points = try #require(try shapes(stream).first).outer.points
    #expect(
      Set(points)
        == [
          Point(0, -10), Point(110, -10), Point(110, 100), Point(90, 100), Point(90, 10),
          Point(0, 10),
        ]
    )
  }

  @Test func cutsSharpBends() throws {
    var stream = ForeignStream()
    stream.structure("A") { $0.path(type: nil, width: 20, [0, 0, 1000, 0, 0, 1]) }
    let points = try #require(try shapes(stream).first).outer.points
    #expect(points.map(\.x).max() == 1010)
  }

  @Test func countsPathsWithoutWidth() throws {
    var stream = ForeignStream()
    stream.structure("A") { stream in
      stream.path(type: nil, width: 0, [0, 0, 100, 0])
      stream.path(type: nil, width: -20, [0, 0, 100, 0])
    }
    let read = try read(stream)
    #expect(
      read.warnings.map(\.summary) == [
        "1 absolute path widths were read as ones that are magnified with the cell",
        "1 paths without width were left out",
      ]
    )
    #expect(read.layout.flatSize.shapes == 1)
  }

  @Test func placesMirroredTurnedMagnifiedReferences() throws {
    var stream = ForeignStream()
    // The referenced structure comes after the one that refers to it.
    stream.structure("TOP") { stream in
      stream.add(0x0A, 0)
      stream.add(0x12, 6, ForeignStream.text("A"))
      stream.add(0x1A, 1, [0x80, 0x06])
      stream.add(0x1B, 5, [0x41, 0x20, 0, 0, 0, 0, 0, 0])
      stream.add(0x1C, 5, [0x42, 0x5A, 0, 0, 0, 0, 0, 0])
      stream.add(0x10, 3, ForeignStream.integers([1000, 2000]))
      stream.add(0x2B, 2, ForeignStream.words([1]))
      stream.add(0x2C, 6, ForeignStream.text("X7"))
      stream.add(0x2B, 2, ForeignStream.words([5]))
      stream.add(0x2C, 6, ForeignStream.text("other"))
      stream.add(0x11, 0)
    }
    stream.structure("A") { $0.boundary([0, 0, 10, 0, 10, 30, 0, 30, 0, 0]) }
    let read = try read(stream)
    #expect(read.layout.cells.map(\.name.text) == ["A", "TOP"])
    #expect(read.layout.cells[1].references.map(\.name) == ["X7"])
    // (x, y) -> (x, -y) -> doubled -> turned by 90 degrees: (2y, 2x).
    let points = try #require(try shapes(stream).first).outer.points
    #expect(Set(points) == Set(Outline(Box(1000, 2000, 1060, 2020)).points))
    #expect(
      read.warnings.map(\.summary) == [
        "1 properties were left out",
        "1 absolute magnifications or angles were read as relative ones",
      ]
    )
  }

  @Test(arguments: [
    ([30, 0], [0, 40], ["0 0", "10 0", "20 0", "0 20", "10 20", "20 20"]),
    // Steps of 10/3 and 20: the columns are rounded one by one.
    ([10, 0], [0, 40], ["0 0", "0 20", "3 0", "3 20", "7 0", "7 20"]),
  ])
  func readsArrays(columnEnd: [Int], rowEnd: [Int], places: [String]) throws {
    var stream = ForeignStream()
    stream.structure("A") { $0.boundary([0, 0, 1, 0, 1, 1, 0, 1, 0, 0]) }
    stream.structure("TOP") { stream in
      stream.add(0x0B, 0)
      stream.add(0x12, 6, ForeignStream.text("A"))
      stream.add(0x13, 2, ForeignStream.words([3, 2]))
      stream.add(0x10, 3, ForeignStream.integers([0, 0] + columnEnd + rowEnd))
      stream.add(0x11, 0)
    }
    let corners = try shapes(stream).compactMap { $0.outer.points.min() }
    #expect(corners.map { "\($0.x) \($0.y)" }.sorted() == places.sorted())
  }

  @Test(arguments: [
    // 1 µm, 1 pm and 25.4 nm as the nearest reals.
    ([0x3C, 0x10, 0xC6, 0xF7, 0xA0, 0xB5, 0xED, 0x8D] as [UInt8], 7, 7000, 0),
    ([0x37, 0x11, 0x97, 0x99, 0x81, 0x2D, 0xEA, 0x11] as [UInt8], 2500, 3, 6),
    ([0x37, 0x11, 0x97, 0x99, 0x81, 0x2D, 0xEA, 0x11] as [UInt8], 3000, 3, 0),
    ([0x3A, 0x6D, 0x17, 0x98, 0x68, 0x90, 0x38, 0xFD] as [UInt8], 10, 254, 0),
    ([0x3A, 0x6D, 0x17, 0x98, 0x68, 0x90, 0x38, 0xFD] as [UInt8], 1, 25, 6),
  ])
  func bringsUnitsToNanometres(unit: [UInt8], side: Int, expected: Int, rounded: Int) throws {
    var stream = ForeignStream(unit: unit)
    stream.structure("A") { $0.boundary([0, 0, side, 0, side, side, 0, side, 0, side * 0]) }
    let read = try read(stream)
    #expect(
      try read.layout.flattened().values.flatMap { $0 } == [
        Polygon(Box(0, 0, expected, expected))
      ]
    )
    let warnings = rounded == 0 ? [] : ["4 coordinates off the 1 nm grid were rounded to it"]
    #expect(read.warnings.map(\.summary) == warnings)
  }

  @Test func refusesCoordinatesThatOverflow() {
    var stream = ForeignStream(unit: [0x3C, 0x10, 0xC6, 0xF7, 0xA0, 0xB5, 0xED, 0x8D])
    stream.structure("A") { $0.boundary([0, 0, 3_000_000, 0, 10, 10]) }
    let error = #expect(throws: DiagnosticError.self) { try read(stream) }
    #expect(error?.diagnostics.map(\.code) == [.coordinateOverflow])
    #expect(error?.diagnostics.first?.place?.heading == "f.gds:byte 96 (BOUNDARY)")
  }

  @Test func keepsSeveralTopCellsAndOddNames() throws {
    var stream = ForeignStream()
    for name in ["a b/c", "ü$", ""] {
      stream.structure(name) { $0.boundary([0, 0, 1, 0, 1, 1]) }
    }
    let read = try read(stream)
    #expect(read.layout.topCells.map(\.text) == ["a b/c", "ü$", ""])
    // Padding up to the end of a tape block is no content.
    let padded = stream.finished + [UInt8](repeating: 0, count: 2048)
    #expect(try GDSIIReader().layout(from: padded, file: "f").warnings.isEmpty)
  }

  @Test func namesTheStructuresOfACycle() {
    var stream = ForeignStream()
    stream.structure("A") { $0.reference("B") }
    stream.structure("B") { $0.reference("C") }
    stream.structure("C") { $0.reference("B") }
    let error = #expect(throws: DiagnosticError.self) { try read(stream) }
    #expect(error?.diagnostics.map(\.code) == [.referenceCycle])
    #expect(
      error?.diagnostics.first?.summary
        == "structures refer to one another in a cycle: 'B' -> 'C' -> 'B'"
    )
  }

  @Test func asksForMissingStructures() {
    var stream = ForeignStream()
    stream.structure("CELL1") { $0.boundary([0, 0, 1, 0, 1, 1]) }
    stream.structure("TOP") { $0.reference("CELL2") }
    let error = #expect(throws: DiagnosticError.self) { try read(stream) }
    #expect(error?.diagnostics.map(\.code) == [.unknownReference])
    #expect(error?.diagnostics.first?.summary.hasSuffix("did you mean 'CELL1' or 'TOP'?") == false)
    #expect(error?.diagnostics.first?.summary.hasSuffix("did you mean 'CELL1'?") == true)
  }

  @Test func readsLongChainsOfReferences() throws {
    var stream = ForeignStream()
    for index in 0..<20_000 {
      stream.structure("S\(index)") { $0.reference("S\(index + 1)") }
    }
    stream.structure("S20000") { $0.boundary([0, 0, 1, 0, 1, 1]) }
    let layout = try read(stream).layout
    #expect(layout.flatSize.depth == 20_001)
    #expect(throws: DiagnosticError.self) { try layout.flattened(file: "f.gds") }
  }
}

import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct GDSIIRoundTripTests {
  @Test func readsBackTheHierarchyItWrote() throws {
    let written = try GDSIIWriter().file(of: SampleLayouts.rich)
    #expect(written.warnings.isEmpty)
    let read = try GDSIIReader(levels: SampleLayouts.levels).layout(from: written.bytes, file: "f")
    #expect(read.warnings.isEmpty)
    #expect(read.layout.name == "rich")
    #expect(read.layout.cells.map(\.name.text) == ["LEAF", "MARKS", "TOP"])
    #expect(read.layout.levels == SampleLayouts.levels)
    for (cell, original) in zip(read.layout.cells, SampleLayouts.rich.cells) {
      #expect(cell.references == original.references)
      #expect(cell.labels == original.labels)
      #expect(CanonicalShapes(cell.shapes) == CanonicalShapes(original.shapes))
    }
  }

  @Test func writesTheSameBytesTwice() throws {
    let first = try GDSIIWriter().file(of: SampleLayouts.rich)
    let second = try GDSIIWriter().file(of: SampleLayouts.rich)
    #expect(first.bytes == second.bytes)
    // Shapes in another order are the same layout.
    let boxes = [Polygon(Box(0, 0, 5, 5)), Polygon(Box(9, 0, 12, 5)), Polygon(Box(-4, 3, -1, 5))]
    #expect(
      try GDSIIWriter().file(of: SampleLayouts.layout(of: boxes)).bytes
        == GDSIIWriter().file(of: SampleLayouts.layout(of: boxes.reversed())).bytes
    )
  }

  @Test(arguments: [4, 5, 16, 199, 4000])
  func dividesFramesAndCirclesExactly(maximumVertices: Int) throws {
    let circle = Polygon(Outline(center: Point(30_000_000, 7), radius: 9_000_000))
    let layout = SampleLayouts.layout(of: [SampleLayouts.frame, circle])
    let bytes = try GDSIIWriter(maximumVertices: maximumVertices).file(of: layout).bytes
    let read = try GDSIIReader(levels: SampleLayouts.levels).layout(from: bytes, file: "f").layout
    let shapes = try read.flattened(file: "f")
    #expect(
      CanonicalShapes(shapes).doubleAreas
        == CanonicalShapes([Layer(LevelName("AU")): [SampleLayouts.frame, circle]]).doubleAreas
    )
    for polygon in shapes.values.joined() {
      #expect(polygon.holes.isEmpty)
      #expect(polygon.outer.points.count <= maximumVertices)
      #expect(Set(polygon.outer.points).count == polygon.outer.points.count)
    }
  }

  @Test func renamesCellsThatGDSIICannotName() throws {
    let cells = ["pad.1", "pad_1", "pad-1", String(repeating: "x", count: 40), "µ"]
      .map { Cell(name: CellName($0)) }
    let layout = Layout(name: "names", levels: [], cells: cells)
    let written = try GDSIIWriter().file(of: layout)
    #expect(written.warnings.count == 4)
    #expect(written.warnings.allSatisfy { $0.code == .invalidName && $0.severity == .warning })
    let names = try GDSIIReader().layout(from: written.bytes, file: "f").layout.cells
      .map(\.name.text)
    #expect(names == ["pad_1$2", "pad_1", "pad_1$3", String(repeating: "x", count: 32), "_"])
  }

  @Test func refusesLevelsThatAreNotListed() {
    let cell = Cell(
      name: CellName("A"),
      shapes: [Layer(LevelName("AX")): [Polygon(Box(0, 0, 1, 1))]]
    )
    let layout = Layout(name: "n", levels: SampleLayouts.levels, cells: [cell])
    let error = #expect(throws: DiagnosticError.self) { try GDSIIWriter().file(of: layout) }
    #expect(error?.diagnostics.map(\.code) == [.unknownLevel])
  }

  @Test func refusesToExpandArrayBombs() throws {
    var cells = [
      Cell(name: CellName("C0"), shapes: [Layer(LevelName("AU")): [Polygon(Box(0, 0, 1, 1))]])
    ]
    for depth in 1...6 {
      let grid = Reference.Grid(
        columns: 32767,
        rows: 32767,
        columnStep: Point(1, 0),
        rowStep: Point(0, 1)
      )
      let reference = Reference(to: CellName("C\(depth - 1)"), Transform(), grid: grid)
      cells.append(Cell(name: CellName("C\(depth)"), references: [reference]))
    }
    let bomb = Layout(name: "bomb", levels: SampleLayouts.levels, cells: cells)
    let bytes = try GDSIIWriter().file(of: bomb).bytes
    let read = try GDSIIReader(levels: SampleLayouts.levels).layout(from: bytes, file: "b.gds")
      .layout
    #expect(read.flatSize == FlatSize(placements: .max, shapes: .max, depth: 7))
    let error = #expect(throws: DiagnosticError.self) { try read.flattened(file: "b.gds") }
    #expect(error?.diagnostics.map(\.code) == [.outOfRange])
  }

  @Test func countsFlatShapesWithoutExpanding() throws {
    let flat = try SampleLayouts.rich.flattened()
    #expect(SampleLayouts.rich.flatSize.shapes == flat.values.reduce(0) { $0 + $1.count })
    #expect(SampleLayouts.rich.flatSize == FlatSize(placements: 10, shapes: 29, depth: 2))
  }
}

import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe
import Foundation
import Testing

@Suite struct SVGRoundTripTests {
  private let stamp = SVGStamp(
    title: "Mask <AU> & co",
    description: "A \"test\".",
    properties: [.init("recipe", "0123"), .init("layout", "<&>")]
  )
  private let frame = Box(-30_000_000, -30_000_000, 30_000_000, 30_000_000)

  private func view(_ levels: [LevelName]? = nil) throws -> [UInt8] {
    try SVGViewWriter(stamp: stamp).file(of: SVGSample.layout, levels: levels, frame: frame)
  }

  private func cut(_ level: LevelName) throws -> [UInt8] {
    try SVGCutWriter(stamp: stamp).file(level: level, of: SVGSample.layout, frame: frame)
  }

  /// Expects equal areas on all layers of the levels; layers without shapes don't count.
  private func expectSame(_ read: Layout, _ drawn: Layout, layers: (Layer) -> Bool) throws {
    let left = try read.flattened()
    let right = try drawn.flattened()
    #expect(Set(left.keys) == Set(right.keys.filter(layers)))
    for layer in left.keys {
      let difference = Region(left[layer] ?? []).symmetricDifference(Region(right[layer] ?? []))
      #expect(difference.isEmpty, "\(layer): \(difference.areaMm2) mm2")
    }
  }

  @Test func viewReadsBackWithoutDifference() throws {
    let read = try SVGReader.read(file: "sample.svg", bytes: try view())
    #expect(read.warnings.isEmpty)
    #expect(Set(read.layout.levels) == Set(SVGSample.levels))
    try expectSame(read.layout, SVGSample.layout) { _ in true }
  }

  @Test func viewOfOneLevelHasOnlyThatLevel() throws {
    let read = try SVGReader.read(file: "sample.svg", bytes: try view([SVGSample.gold]))
    try expectSame(read.layout, SVGSample.layout) { $0.level == SVGSample.gold }
  }

  @Test(arguments: [SVGSample.gold, SVGSample.glass])
  func cutReadsBackWithoutDifference(level: LevelName) throws {
    let read = try SVGReader.read(file: "sample.svg", bytes: try cut(level))
    #expect(read.warnings.isEmpty)
    try expectSame(read.layout, SVGSample.layout) {
      $0.level == level && ($0.purpose.isOpening || $0.purpose == .sheet)
    }
  }

  @Test func arcsComeBackAsTheSameArcs() throws {
    let read = try SVGReader.read(file: "sample.svg", bytes: try cut(SVGSample.gold))
    let holes = Layer(SVGSample.gold, .registration)
    let drawn = SVGSample.layout.cells.last?.shapes[holes] ?? []
    let found = read.layout.cells.first?.shapes[holes] ?? []
    #expect(Set(found) == Set(drawn) && drawn.count == 2)
  }

  @Test func cutHasNothingThatCuttersDrop() throws {
    let text = String(decoding: try cut(SVGSample.gold), as: UTF8.self)
    for word in ["transform=", "<use", "<text", "<style", "style=", "<symbol", "class="] {
      #expect(!text.contains(word), "\(word) in a cut file")
    }
    let order = try ["aperture", "registration", "marking", "sheet"]
      .map { word in
        try #require(text.range(of: "inkscape:label=\"AU \(word)\"")).lowerBound
      }
    #expect(order == order.sorted())
    #expect(text.contains(" width=\"60mm\" height=\"60mm\" viewBox=\"-30 -30 60 60\""))
    #expect(text.contains("stroke=\"#ff0000\" stroke-width=\"0.01\""))
    // The circle of the left pin: two arcs, y counting downwards.
    #expect(text.contains("M-25.99 0A1.01 1.01 0 0 0 -28.01 0A1.01 1.01 0 0 0 -25.99 0Z"))
  }

  @Test func numbersHaveNoNoise() throws {
    for bytes in [try view(), try cut(SVGSample.gold)] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("\r") && !text.contains("-0 ") && !text.contains("-0Z"))
      for path in text.split(separator: " d=\"").dropFirst() {
        let data = path.prefix { $0 != "\"" }
        #expect(!data.contains("e") && !data.contains("E"))
        for number in data.split(whereSeparator: { !$0.isNumber && $0 != "." }) {
          let parts = number.split(separator: ".")
          #expect(parts.count < 2 || (parts[1].count <= 6 && parts[1].last != "0"))
        }
      }
    }
  }

  @Test func equalLayoutsGiveEqualBytes() throws {
    #expect(try view() == view())
    #expect(try cut(SVGSample.gold) == cut(SVGSample.gold))
    // Another order of insertion into the dictionaries of a cell.
    let cells = SVGSample.layout.cells.map { cell in
      Cell(
        name: cell.name,
        shapes: Dictionary(uniqueKeysWithValues: cell.shapes.sorted { $1.key < $0.key }),
        references: cell.references
      )
    }
    let other = Layout(name: "sample", levels: SVGSample.levels, cells: cells)
    #expect(try SVGViewWriter(stamp: stamp).file(of: other, frame: frame) == view())
  }

  @Test func framesAllMasksAlike() throws {
    #expect(try SVGSample.layout.svgFrame() == frame)
  }

  @Test func refusesAnUnknownLevel() {
    let error = #expect(throws: DiagnosticError.self) { try cut(LevelName("AUU")) }
    #expect(error?.diagnostics.first?.code == .unknownLevel)
    #expect(error?.diagnostics.first?.summary.contains("did you mean 'AU'?") == true)
  }
}

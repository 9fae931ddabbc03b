import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe
import Testing

/// Drawings as Inkscape, Illustrator and people write them.
@Suite struct SVGForeignFileTests {
  private func read(_ content: String, size: String? = nil) throws -> ReadLayout {
    let size = size ?? "width=\"100mm\" height=\"100mm\" viewBox=\"0 0 100 100\""
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
        xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" \(size)>
      \(content)
      </svg>
      """
    return try SVGReader.read(file: "masks/my-mask.v2.svg", bytes: Array(text.utf8))
  }

  private func inGold(_ content: String) -> String {
    "<g inkscape:groupmode=\"layer\" inkscape:label=\"AU\">\(content)</g>"
  }

  private func region(_ read: ReadLayout, _ layer: Layer = Layer(LevelName("AU"))) throws -> Region
  {
    Region(try read.layout.flattened()[layer] ?? [])
  }

  /// Drawings of the box (1, -4)-(3, -2) mm: `y` counts upwards in layouts.
  static let boxes: [String] = [
    "<path d=\"M1 2L3 2 3 4 1 4Z\"/>",
    "<path d=\"m1,2l2,0,0,2,-2,0z\"/>",
    "<path d=\"m1 2 2 0 0 2-2 0 0-2\"/>",
    "<path d=\"M1 2H3V4H1V2\"/>",
    "<path d=\"M1 2h2v2h-2z\"/>",
    "<path d=\"M1e0 +2.0h20e-1v2.h-2Z\"/>",
    "<rect x=\"1\" y=\"2\" width=\"2\" height=\"2\"/>",
    "<polygon points=\"1,2 3,2 3,4 1,4\"/>",
    "<polyline points=\"1 2 3 2 3 4 1 4 1 2\"/>",
    "<g transform=\"translate(1,2)\"><rect width=\"2\" height=\"2\"/></g>",
    "<rect width=\"1\" height=\"4\" transform=\"matrix(2 0 0 .5 1 2)\"/>",
    "<rect width=\"2\" height=\"2\" transform=\"rotate(90 2 3) translate(1 2)\"/>",
    "<rect x=\"-3\" y=\"2\" width=\"2\" height=\"2\" transform=\"scale(-1 1)\"/>",
    "<rect x=\"1\" y=\"2\" width=\"2\" height=\"2\" style=\"fill:none;stroke:red;stroke-width:.01\"/>",
    """
    <defs><rect id="r" width="2" height="2"/></defs><use xlink:href="#r" x="1" y="2"/>
    """,
    """
    <symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol>
    <use href="#s" x="1" y="2" width="2" height="2"/>
    """,
    """
    <svg x="1" y="2" width="2" height="4" viewBox="0 0 8 8"><rect y="-4" width="8" height="8"/></svg>
    """,
    "<a><switch display=\"none\"/><rect x=\"1\" y=\"2\" width=\"2\" height=\"2\"/></a>",
  ]

  @Test(arguments: boxes)
  func readsTheSameBox(content: String) throws {
    let read = try read(inGold(content))
    #expect(
      try region(read) == Region([Polygon(Box(1_000_000, -4_000_000, 3_000_000, -2_000_000))])
    )
    #expect(read.warnings.map(\.code) == (content.contains("none\"/") ? [.unsupportedContent] : []))
  }

  static let sizes: [(size: String, side: Int, warnings: [DiagnosticCode])] = [
    ("width=\"10mm\" height=\"10mm\" viewBox=\"0 0 10 10\"", 1_000_000, []),
    ("width=\"1cm\" height=\"1cm\" viewBox=\"-5 -5 10 10\"", 1_000_000, []),
    ("width=\"1in\" height=\"1in\" viewBox=\"0 0 96 96\"", 264_583, [.offGrid]),
    ("width=\"1in\" height=\"1in\" viewBox=\"0 0 25.4 25.4\"", 1_000_000, []),
    ("width=\"96px\" height=\"96px\" viewBox=\"0 0 25.4 25.4\"", 1_000_000, []),
    ("width=\"96\" height=\"96\" viewBox=\"0 0 25.4 25.4\"", 1_000_000, [.missingUnit]),
    ("width=\"96\" height=\"96\"", 264_583, [.missingUnit, .offGrid]),
    ("width=\"100%\" height=\"100%\" viewBox=\"0 0 10 10\"", 264_583, [.missingUnit, .offGrid]),
    ("", 264_583, [.missingUnit, .offGrid]),
    ("width=\"20mm\" height=\"10mm\" viewBox=\"0 0 10 10\"", 1_000_000, [.unsupportedContent]),
  ]

  @Test(arguments: sizes)
  func knowsUnits(size: String, side: Int, warnings: [DiagnosticCode]) throws {
    let read = try read(inGold("<path d=\"M0 0H1V1H0Z\"/>"), size: size)
    #expect(try region(read).boundingBox == Box(0, -side, side, 0))
    #expect(read.warnings.map(\.code) == warnings)
  }

  /// Discs of radius 2 mm: half circles, one large arc, an arc with packed flags.
  static let discs = [
    "<circle cx=\"5\" cy=\"6\" r=\"2\"/>",
    "<ellipse cx=\"5\" cy=\"6\" rx=\"2\" ry=\"2\"/>",
    "<rect x=\"3\" y=\"4\" width=\"4\" height=\"4\" rx=\"2\"/>",
    "<path d=\"M7 6A2 2 0 0 1 3 6A2 2 0 0 1 7 6Z\"/>",
    "<path d=\"M7 6a2 2 0 01-4 0a2,2,0,014,0\"/>",
    "<path d=\"M7 6A2 2 0 1 1 5 4A2 2 0 0 1 7 6Z\"/>",
    "<circle r=\"1\" transform=\"translate(5 6) rotate(270) scale(-2 2)\"/>",
  ]

  @Test(arguments: discs)
  func keepsCircularArcs(content: String) throws {
    let read = try read(inGold(content))
    #expect(read.warnings.isEmpty)
    let polygon = try #require(read.layout.flattened()[Layer(LevelName("AU"))]?.first)
    let arcs = polygon.outer.vertices.compactMap(\.arc)
    #expect(
      arcs.count == polygon.outer.vertices.count && arcs.allSatisfy { $0.radius == 2_000_000 }
    )
    let area = Double(polygon.doubledArea) / 2e12
    // Chords within 0.5 µm of the arc take at most 2 pi r * 0.5 µm.
    #expect(abs(area - 4 * Double.pi) < 4 * Double.pi * 0.5e-3)
    let box = Box(3_000_000, -8_000_000, 7_000_000, -4_000_000)
    #expect(box.contains(polygon.outer.boundingBox))
    #expect(polygon.outer.boundingBox.contains(box.grown(by: -Outline.defaultChordError)))
  }

  static let curves: [(content: String, area: Double)] = [
    // The ellipse of half axes 3 and 1: 3 pi.
    ("<ellipse cx=\"5\" cy=\"5\" rx=\"3\" ry=\"1\"/>", 3 * Double.pi),
    ("<circle cx=\"5\" cy=\"5\" r=\"1\" transform=\"scale(3 1)\"/>", 3 * Double.pi),
    ("<path d=\"M8 5A3 1 0 0 1 2 5A3 1 0 1 1 8 5\"/>", 3 * Double.pi),
    ("<path d=\"M5 2A3 1 90 1 0 5 8A3 1 90 1 0 5 2\"/>", 3 * Double.pi),
    ("<path d=\"M5 2A3 1 90 1 0 6 5A3 1 90 0 0 5 2\"/>", 3 * Double.pi),
    // Three quarters and one quarter of it, with and without the triangle to the centre.
    ("<path d=\"M8 5A3 1 0 1 0 5 6Z\"/>", 9 * Double.pi / 4 + 1.5),
    ("<path d=\"M8 5A3 1 0 0 1 5 6Z\"/>", 3 * Double.pi / 4 - 1.5),
    // Under the parabola y = x (2 - x): 2/3 of base times apex of the curve, 2 * 1 * 2/3.
    ("<path d=\"M0 0Q1 2 2 0Z\"/>", 4.0 / 3),
    ("<path d=\"M0 0q1 2 2 0z\"/>", 4.0 / 3),
    // The same parabola as a cubic.
    ("<path d=\"M0 0C.6666666667 1.3333333333 1.3333333333 1.3333333333 2 0Z\"/>", 4.0 / 3),
  ]

  @Test(arguments: curves)
  func flattensOtherCurvesWithAWarning(content: String, area: Double) throws {
    let read = try read(inGold(content))
    #expect(read.warnings.map(\.code) == [.unsupportedContent])
    #expect(read.warnings.first?.summary.contains("0.5 µm") == true)
    let found = try region(read)
    // Half a micrometre along at most 20 mm of circumference.
    #expect(abs(found.areaMm2 - area) < 20 * 0.5e-3)
  }

  @Test func continuesCurvesSmoothly() throws {
    // The second half is the first one turned upside down, so that the boxes reach as far down as up.
    let content = ["Q1 2 2 0T4 0", "C0 3 1 3 1 0S2-3 2 0"]
    for (path, apex) in zip(content, [1_000_000, 2_250_000]) {
      let box = try #require(
        try region(read(inGold("<path d=\"M0 0\(path)L4 9L0 9Z\"/>"))).boundingBox
      )
      #expect(abs(Int(box.max.y) - apex) < 600)
    }
  }

  static let rules: [(rule: String, path: String, area: Double)] = [
    ("evenodd", "M0 0H9V9H0ZM2 2H7V7H2ZM4 4H5V5H4Z", 81 - 25 + 1),
    ("nonzero", "M0 0H9V9H0ZM2 2H7V7H2ZM4 4H5V5H4Z", 81),
    ("nonzero", "M0 0H9V9H0ZM2 2V7H7V2ZM4 4H5V5H4Z", 81 - 25 + 1),
    ("evenodd", "M0 0H4V4H0ZM2 2H6V6H2Z", 16 + 16 - 8),
    ("nonzero", "M0 0H4V4H0ZM2 2H6V6H2Z", 16 + 16 - 4),
    ("nonzero", "M0 0H4V4H0ZM2 2V6H6V2Z", 16 + 16 - 8),
    ("evenodd", "M0 0H4V4H0ZM4 0H8V4H4Z", 32),
    ("evenodd", "M0 0H4V4H0ZM0 0H4V4H0Z", 0),
    ("nonzero", "M0 0H4V4H0ZM0 0H4V4H0Z", 16),
    ("evenodd", "M0 0H9V9H0ZM2 2H7V7H2ZM2 0H7V3H2Z", 81 - 25 - 15 + 10),
  ]

  @Test(arguments: rules)
  func followsTheFillRule(rule: String, path: String, area: Double) throws {
    for content in [
      "<path fill-rule=\"\(rule)\" d=\"\(path)\"/>",
      "<path style=\"fill-rule:\(rule)\" d=\"\(path)\"/>",
      "<g fill-rule=\"\(rule)\"><path d=\"\(path)\"/></g>",
    ] {
      #expect(try region(read(inGold(content))).areaMm2 == area)
    }
  }

  @Test func takesLayersFromOutermostGroupsWithoutInkscape() throws {
    let read = try read(
      """
      <g id="AU"><g id="inner"><path d="M0 0H1V1H0Z"/></g></g>
      <g id="AU_sheet"><path d="M0 0H9V9H0Z"/></g>
      <g id="x1" data-name="FTO registration"><path d="M0 0H2V2H0Z"/></g>
      """
    )
    let flat = try read.layout.flattened()
    let gold = LevelName("AU")
    #expect(
      Set(flat.keys) == [
        Layer(gold), Layer(gold, .sheet), Layer(LevelName("FTO"), .registration),
      ]
    )
    #expect(read.layout.levels.map(\.name.text) == ["AU", "FTO"])
    #expect(Set(read.layout.levels.map(\.gdsLayer)).count == 2)
  }

  @Test func namesLevelsWithoutLayerAfterTheFile() throws {
    let read = try read("<path d=\"M0 0H1V1H0Z\"/><path d=\"M2 0H3V1H2Z\"/>")
    #expect(read.layout.levels.map(\.name.text) == ["my-mask"])
    #expect(read.warnings.map(\.code) == [.unknownLevel])
    #expect(read.warnings.first?.summary.contains("in 2 places") == true)
  }

  @Test func leavesHiddenContentOutWithAWarning() throws {
    let read = try read(
      inGold(
        """
        <path d="M0 0H1V1H0Z"/><path display="none" d="M2 0H3V1H2Z"/>
        <g style="display:none"><path d="M2 0H3V1H2Z"/></g>
        <g visibility="hidden"><path d="M2 0H3V1H2Z"/><path visibility="visible" d="M4 0H5V1H4Z"/></g>
        """
      )
    )
    #expect(try region(read).areaMm2 == 2)
    #expect(read.warnings.map(\.summary) == ["hidden content is left out in 3 places, first here"])
    #expect(read.warnings.first?.place?.heading == "masks/my-mask.v2.svg:3:74")
  }

  @Test func roundsToTheGridWithACountedWarning() throws {
    let read = try read(inGold("<path d=\"M0.0000014 0H1.0000000001V1H0Z\"/>"))
    #expect(try region(read).boundingBox == Box(0, -1_000_000, 1_000_000, 0))
    #expect(read.warnings.map(\.code) == [.offGrid])
  }

  @Test(arguments: [
    // Two triangles of 4 mm2 that cancel out in the signed area; a loop that covers 2 x 2 mm twice.
    ("M0 0L4 4V0L0 4Z", 8.0), ("M0 0H6V6H2V2H4V4H0Z", 28.0),
  ])
  func dividesSelfCrossingContoursByTheEvenOddRule(path: String, area: Double) throws {
    let read = try read(inGold("<path fill-rule=\"evenodd\" d=\"\(path)\"/>"))
    #expect(try region(read).areaMm2 == area)
    #expect(read.warnings.map(\.code) == [.unsupportedContent])
    let error = #expect(throws: DiagnosticError.self) {
      try self.read(inGold("<path d=\"\(path)\"/>"))
    }
    #expect(error?.diagnostics.map(\.code) == [.unsupportedContent])
  }

  @Test func takesContoursThatTouchThemselvesAsTheyAre() throws {
    // A ring cut open along a line of no width, as formats without holes write it.
    let path = "M0 0V6H4V4H2V2H4V4H6V0Z"
    let read = try read(inGold("<path d=\"\(path)\"/>"))
    #expect(read.warnings.isEmpty)
    #expect(try region(read).areaMm2 == 28)
  }

  @Test func warnsAboutLinesThatMayBeMeantAsAreas() throws {
    let box = "<path fill=\"none\" stroke=\"red\" d=\"M0 0H1V1H0Z\""
    for (width, isWide) in [("0.1", false), ("0.5", true), ("1px", true), ("", true)] {
      let stroke = width.isEmpty ? "" : " stroke-width=\"\(width)\""
      let read = try read(inGold(box + stroke + "/>"))
      #expect(read.warnings.count == (isWide ? 1 : 0), "stroke-width '\(width)'")
      #expect(try region(read).areaMm2 == 1)
    }
  }

  @Test func readsUnitsInCapitals() throws {
    let read = try read(
      inGold("<path d=\"M0 0H1V1H0Z\"/>"),
      size: "width=\"9MM\" viewBox=\"0 0 9 9\""
    )
    #expect(try region(read).areaMm2 == 1 && read.warnings.isEmpty)
  }
}

import FabDiagnostics
import FabFormats
public import FabGeometry
public import FabLayout
import FabRecipe
import FabXML

/// Where a layout breaks design rules: the levels in grey, each finding boxed, ringed and numbered.
public struct FindingsPicture: Sendable {
  /// The title.
  public let title: String
  /// The results of the rules.
  public let results: [RuleResult]
  /// The merged shapes of each layer.
  public let regions: [Layer: Region]

  /// Creates a picture.
  public init(title: String, results: [RuleResult], regions: [Layer: Region]) {
    self.title = title
    self.results = results
    self.regions = regions
  }

  /// The number of findings that the list names; a picture with more says how many it leaves to the text.
  private static let listed = 60

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let findings = results.flatMap { result in
      result.verdict.findings.map { (id: result.id, finding: $0) }
    }
    let boxes = regions.values.compactMap(\.boundingBox) + findings.map(\.finding.box)
    let frame = (boxes.reduce(nil as Box?) { $0?.union($1) ?? $1 } ?? Box(0, 0, 1, 1)).millimetres
    let (width, height) = (frame.x1 - frame.x0, frame.y1 - frame.y0)
    let rows = Double(Swift.min(findings.count, Self.listed))
    let page = PicturePage(
      width: width + 150,
      height: Swift.max(height + 35, 30 + 4 * (rows + 2)),
      title: title,
      subtitles: ["\(findings.count) findings; boxes in mm from the wafer's centre"]
    )
    return page.svg { writer in
      let x = PictureNumber.text(6 - frame.x0)
      let y = PictureNumber.text(24 + frame.y1)
      writer.element("g", ["transform": "translate(\(x) \(y))"]) {
        drawLevels(findings.map(\.finding.level), on: writer)
        for (index, entry) in findings.enumerated() {
          draw(entry.finding.box, number: index + 1, on: writer)
        }
      }
      drawList(findings, x: width + 14, on: writer)
    }
  }

  private func drawLevels(_ levels: [LevelName], on writer: XMLWriter) {
    let shown = Set(levels)
    for layer in regions.keys.sorted() where shown.contains(layer.level) {
      var path = SVGPathText(flipsY: true)
      for polygon in regions[layer]?.polygons ?? [] { path.append(polygon) }
      let isOpening = layer.purpose.isOpening
      writer.element(
        "path",
        [
          "d": path.text, "fill": isOpening ? "#bbbbbb" : "none", "fill-opacity": "0.5",
          "fill-rule": "evenodd", "stroke": "#888888", "stroke-width": "0.05",
        ]
      )
    }
  }

  private func draw(_ box: Box, number: Int, on writer: XMLWriter) {
    let edges = box.millimetres
    let (x, y) = ((edges.x0 + edges.x1) / 2, -(edges.y0 + edges.y1) / 2)
    let (width, height) = (edges.x1 - edges.x0, edges.y1 - edges.y0)
    writer.box(
      x: edges.x0,
      y: -edges.y1,
      width: width,
      height: height,
      fill: "#d00000",
      opacity: 0.25,
      stroke: "#d00000",
      strokeWidth: 0.1
    )
    let radius = Swift.max(1.2, (width * width + height * height).squareRoot() / 2 + 0.4)
    if radius < 4 {
      writer.circle(x: x, y: y, radius: radius, stroke: "#d00000", strokeWidth: 0.2)
    }
    guard number <= Self.listed else { return }
    writer.label(
      "\(number)",
      x: x + Swift.min(radius, 4),
      y: y - Swift.min(radius, 4) * 0.6,
      size: 2,
      color: "#d00000",
      weight: "bold"
    )
  }

  private func drawList(
    _ findings: [(id: String, finding: Finding)],
    x: Double,
    on writer: XMLWriter
  ) {
    writer.label("finding, level, measured, expected", x: x, y: 26, size: 2.6, weight: "bold")
    var y = 31.0
    for (index, entry) in findings.prefix(Self.listed).enumerated() {
      let finding = entry.finding
      let text =
        "\(index + 1)  \(entry.id), \(finding.level): \(finding.measured), expected \(finding.limit)"
      writer.label(String(text.prefix(92)), x: x, y: y, size: 2.4)
      y += 4
    }
    if findings.count > Self.listed {
      writer.label(
        "and \(findings.count - Self.listed) more, listed by the command",
        x: x,
        y: y,
        size: 2.4
      )
    }
  }
}

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

  /// The number of groups that the list names; a picture with more says how many it leaves to the text.
  private static let listed = 40

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let groups = FindingGroup.groups(of: results)
    let boxes = regions.values.compactMap(\.boundingBox) + groups.flatMap(\.boxes)
    let frame = (boxes.reduce(nil as Box?) { $0?.union($1) ?? $1 } ?? Box(0, 0, 1, 1)).millimetres
    let (width, height) = (frame.x1 - frame.x0, frame.y1 - frame.y0)
    let rows = Double(Swift.min(groups.count, Self.listed))
    let count = groups.reduce(0) { $0 + $1.boxes.count }
    let page = PicturePage(
      width: width + 120,
      height: Swift.max(height + 30, 30 + 8 * (rows + 1)),
      title: title,
      subtitles: ["\(count) findings; places in mm from the wafer's centre"]
    )
    return page.svg { writer in
      let x = PictureNumber.text(6 - frame.x0)
      let y = PictureNumber.text(20 + frame.y1)
      writer.element("g", ["transform": "translate(\(x) \(y))"]) {
        drawLevels(groups.map(\.finding.level), on: writer)
        for (index, group) in groups.enumerated() {
          for box in group.boxes { draw(box, number: index + 1, on: writer) }
        }
      }
      drawList(groups, x: width + 14, on: writer)
    }
  }

  private func drawLevels(_ levels: [LevelName], on writer: XMLWriter) {
    let shown = Set(levels)
    for layer in regions.keys.sorted()
    where shown.contains(layer.level) && layer.purpose != .marking {
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

  private func drawList(_ groups: [FindingGroup], x: Double, on writer: XMLWriter) {
    writer.label("finding: level, measured, expected", x: x, y: 22, size: 2.8, weight: "bold")
    var y = 28.0
    for (index, group) in groups.prefix(Self.listed).enumerated() {
      let finding = group.finding
      writer.label(
        "\(index + 1)  \(group.rule): \(finding.level), \(finding.measured), expected \(finding.limit)",
        x: x,
        y: y,
        size: 2.6
      )
      let places = group.boxes.count == 1 ? "" : "\(group.boxes.count) places, the first at "
      writer.label(
        "\(places)\(finding.box.millimetres)",
        x: x + 5,
        y: y + 3.4,
        size: 2.2,
        color: "#444444"
      )
      y += 8
    }
    if groups.count > Self.listed {
      writer.label(
        "and \(groups.count - Self.listed) more, listed by the command",
        x: x,
        y: y,
        size: 2.6
      )
    }
  }
}

import FabDiagnostics
import FabFormats
public import FabGeometry
public import FabLayout
public import FabRecipe
import FabXML

/// Where a layout is wrong: the levels in grey, each place boxed, ringed and numbered, with a list of them.
public struct FindingsPicture: Sendable {
  /// The title.
  public let title: String
  /// What the list says above its first line.
  public let heading: String
  /// The places and what is wrong there.
  public let marks: [PictureMark]
  /// The merged shapes of each layer.
  public let regions: [Layer: Region]
  /// The levels that are drawn.
  public let levels: Set<LevelName>
  /// The number of marks that the list names; a picture with more says how many it leaves to the text.
  public let listed: Int

  /// Creates a picture of what design rules found: the levels concerned and what 40 groups of findings say.
  public init(title: String, results: [RuleResult], regions: [Layer: Region]) {
    let groups = FindingGroup.groups(of: results)
    self.title = title
    heading = "finding: level, measured, expected"
    marks = groups.map(PictureMark.init)
    self.regions = regions
    levels = Set(groups.map(\.finding.level))
    listed = 40
  }

  /// Creates a picture of any marks on all levels.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - heading: What the list says above its first line.
  ///   - marks: The places and what is wrong there.
  ///   - regions: The merged shapes to draw.
  ///   - listed: The number of marks that get a number and a line in the list.
  public init(
    title: String,
    heading: String,
    marks: [PictureMark],
    regions: [Layer: Region],
    listed: Int = 400
  ) {
    self.title = title
    self.heading = heading
    self.marks = marks
    self.regions = regions
    levels = Set(regions.keys.map(\.level))
    self.listed = listed
  }

  /// The width of a column of the list.
  private static let columnWidth = 112.0
  /// The height of a mark's lines in the list.
  private static let rowHeight = 8.0

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let boxes = regions.values.compactMap(\.boundingBox) + marks.flatMap(\.boxes)
    let frame = (boxes.reduce(nil as Box?) { $0?.union($1) ?? $1 } ?? Box(0, 0, 1, 1)).millimetres
    let (width, height) = (frame.x1 - frame.x0, frame.y1 - frame.y0)
    // A list that is longer than the picture is high goes on in more columns, as many as make the page square.
    let rows = Swift.min(marks.count, listed) + 1
    let beside = Swift.max(40, Int((height - 10) / Self.rowHeight))
    let columns = Swift.max(1, Int((Double(rows) / Double(beside)).squareRoot().rounded(.up)))
    let rowsPerColumn = (rows + columns - 1) / columns
    let count = marks.reduce(0) { $0 + Swift.max(1, $1.boxes.count) }
    let page = PicturePage(
      width: width + 16 + Self.columnWidth * Double(columns),
      height: Swift.max(height + 30, 30 + Self.rowHeight * Double(rowsPerColumn)),
      title: title,
      subtitles: [
        "\(count) finding\(count == 1 ? "" : "s"); places in mm from the wafer's centre"
      ]
    )
    return page.svg { writer in
      let x = PictureNumber.text(6 - frame.x0)
      let y = PictureNumber.text(20 + frame.y1)
      writer.element("g", ["transform": "translate(\(x) \(y))"]) {
        drawLevels(on: writer)
        for (index, mark) in marks.enumerated() {
          for box in mark.boxes { draw(box, number: index + 1, on: writer) }
        }
      }
      drawList(x: width + 14, rows: rowsPerColumn, on: writer)
    }
  }

  private func drawLevels(on writer: XMLWriter) {
    for layer in regions.keys.sorted()
    where levels.contains(layer.level) && layer.purpose != .marking {
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
    // A ring leads the eye to what is too small to see; a box of a cell's size needs none.
    if radius < 3 {
      writer.circle(x: x, y: y, radius: radius, stroke: "#d00000", strokeWidth: 0.2)
    }
    guard number <= listed else { return }
    // Numbers of near places stand on different sides of them.
    let isLeft = (number / 2).isMultiple(of: 2)
    let reach = Swift.min(radius, 3)
    writer.label(
      "\(number)",
      x: isLeft ? x - reach : x + reach,
      y: number.isMultiple(of: 2) ? y - reach * 0.6 : y + reach * 0.6 + 1.4,
      size: 2,
      anchor: isLeft ? "end" : "start",
      color: "#d00000",
      weight: "bold"
    )
  }

  private func drawList(x: Double, rows: Int, on writer: XMLWriter) {
    writer.label(heading, x: x, y: 22, size: 2.8, weight: "bold")
    for (index, mark) in marks.prefix(listed).enumerated() {
      let (x, y) = place(of: index, x: x, rows: rows)
      writer.label("\(index + 1)  \(mark.headline)", x: x, y: y, size: 2.6)
      writer.label(mark.detail, x: x + 5, y: y + 3.4, size: 2.2, color: "#444444")
    }
    if marks.count > listed {
      let (x, y) = place(of: listed, x: x, rows: rows)
      writer.label("and \(marks.count - listed) more, listed by the command", x: x, y: y, size: 2.6)
    }
  }

  private func place(of index: Int, x: Double, rows: Int) -> (x: Double, y: Double) {
    (
      x + Self.columnWidth * Double(index / rows),
      28 + Self.rowHeight * Double(index % rows)
    )
  }
}

import FabFormats
public import FabGeometry
public import FabLayout
import FabRecipe
import FabXML

/// The whole wafer with all mask levels over each other.
public struct CompositePicture: Sendable {
  /// The wafer layout.
  public let wafer: WaferLayout
  /// The merged shapes of each layer.
  public let regions: [Layer: Region]
  /// What the picture says it was made from.
  public let subtitles: [String]

  /// Creates a picture.
  public init(wafer: WaferLayout, regions: [Layer: Region], subtitles: [String]) {
    self.wafer = wafer
    self.regions = regions
    self.subtitles = subtitles
  }

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let canvas = WaferCanvas(wafer: wafer.plan.wafer)
    let page = canvas.page(
      title: "\(wafer.plan.name): all mask levels, front side",
      subtitles: subtitles
    )
    return page.svg { writer in
      canvas.draw(on: writer) {
        canvas.drawEdges(on: writer)
        for level in wafer.flow.levels {
          var path = SVGPathText(flipsY: true)
          for polygon in regions[Layer(level.name)]?.polygons ?? [] { path.append(polygon) }
          writer.element(
            "path",
            [
              "d": path.text, "fill": level.color, "fill-opacity": "0.55", "fill-rule": "evenodd",
              "stroke": level.color, "stroke-width": "0.03",
            ]
          )
        }
      }
      canvas.drawScale(on: writer)
      drawLegend(canvas, on: writer)
    }
  }

  private func drawLegend(_ canvas: WaferCanvas, on writer: XMLWriter) {
    let x = canvas.columnX
    writer.label("mask level and films", x: x, y: 28, size: 2.8, weight: "bold")
    // Film names stand beside the level's where all fit the column, else below it.
    let films = wafer.flow.levels.map { $0.films.map(\.text).joined(separator: ", ") }
    let widths = zip(wafer.flow.levels, films)
      .map { level, films in level.name.text.count > 5 ? 100 : films.count }
    let isBeside = (widths.max() ?? 0) <= 20
    let pitch = isBeside ? 6.0 : 8.5
    // From the top of the stack down, as the eye meets them.
    for (index, level) in wafer.flow.levels.reversed().enumerated() {
      let y = 33 + pitch * Double(index)
      writer.box(
        x: x,
        y: y - 2.6,
        width: 5,
        height: 3.4,
        fill: level.color,
        opacity: 0.55,
        stroke: level.color
      )
      writer.label("\(level.index) \(level.name)", x: x + 7, y: y, size: 2.8)
      writer.label(
        films[level.index],
        x: isBeside ? x + 20 : x + 7,
        y: isBeside ? y : y + 3.4,
        size: isBeside ? 2.6 : 2.1,
        color: "#444444"
      )
    }
    let y = 36 + pitch * Double(wafer.flow.levels.count)
    for (index, fact) in facts.enumerated() {
      writer.label(fact, x: x, y: y + 4.5 * Double(index), size: 2.8)
    }
  }

  /// What the wafer carries; kinds of which there are none are left out.
  private var facts: [String] {
    func some(_ count: Int, _ name: String) -> String? { count > 0 ? "\(count) \(name)" : nil }
    let blocks = [
      some(wafer.arrayCount, "arrays"), some(wafer.singleCount, "singles"),
      some(wafer.devices.count, "devices"),
    ]
    .compactMap { $0 }
    return [
      some(wafer.pcus.count, "PCUs"), blocks.isEmpty ? nil : blocks.joined(separator: ", "),
      some(wafer.contacts.count, "contacts"), some(wafer.crossingCount, "insulated crossings"),
    ]
    .compactMap { $0 }
  }
}

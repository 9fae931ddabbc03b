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
    // From the top of the stack down, as the eye meets them.
    for (index, level) in wafer.flow.levels.reversed().enumerated() {
      let y = 33 + 6 * Double(index)
      writer.box(
        x: x,
        y: y - 2.6,
        width: 5,
        height: 3.4,
        fill: level.color,
        opacity: 0.55,
        stroke: level.color
      )
      let films = level.films.map(\.text).joined(separator: ", ")
      writer.label("\(level.index) \(level.name)", x: x + 7, y: y, size: 2.8)
      writer.label(films, x: x + 20, y: y, size: 2.6, color: "#444444")
    }
    let y = 36 + 6 * Double(wafer.flow.levels.count)
    let facts = [
      "\(wafer.pcus.count) PCUs", "\(wafer.arrayCount) arrays, \(wafer.singleCount) singles",
      "\(wafer.contacts.count) contacts", "\(wafer.crossingCount) insulated crossings",
    ]
    for (index, fact) in facts.enumerated() {
      writer.label(fact, x: x, y: y + 4.5 * Double(index), size: 2.8)
    }
  }
}

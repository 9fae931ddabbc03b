import FabFormats
import FabGeometry
import FabLayout
import FabXML

/// The part of a page that shows a wafer at true scale, its centre in the middle, front side up.
struct WaferCanvas {
  /// The distance of the wafer from the left edge of the page and from the heading, in mm.
  static let margin = 6.0
  /// The height of the heading.
  static let heading = 14.0
  /// The width of the column beside the wafer.
  static let column = 50.0

  let wafer: Wafer

  /// The radius in mm.
  var radius: Double { Double(wafer.radius) / 1e6 }
  /// The middle of the wafer on the page.
  var center: (x: Double, y: Double) {
    (Self.margin + radius, Self.heading + Self.margin + radius)
  }

  /// Where the column beside the wafer begins.
  var columnX: Double { 2 * Self.margin + 2 * radius + 4 }

  func page(title: String, subtitles: [String]) -> PicturePage {
    PicturePage(
      width: columnX + Self.column,
      height: Swift.max(center.y + radius + Self.margin + 8, 105),
      title: title,
      subtitles: subtitles
    )
  }

  /// Writes what `content` draws in wafer coordinates in mm, y downwards from the centre.
  func draw(on writer: XMLWriter, _ content: () -> Void) {
    let offset = "translate(\(PictureNumber.text(center.x)) \(PictureNumber.text(center.y)))"
    writer.element("g", ["transform": offset], content: content)
  }

  /// Writes the edge of the wafer and, dashed, of its usable area.
  func drawEdges(on writer: XMLWriter) {
    var edge = SVGPathText(flipsY: true)
    edge.append(wafer.edge)
    writer.element(
      "path",
      ["d": edge.text, "fill": "#f7f7f4", "stroke": "#444444", "stroke-width": "0.25"]
    )
    var usable = SVGPathText(flipsY: true)
    usable.append(wafer.usableArea)
    writer.element(
      "path",
      [
        "d": usable.text, "fill": "none", "stroke": "#999999", "stroke-width": "0.15",
        "stroke-dasharray": "1 0.8",
      ]
    )
  }

  /// Writes a scale bar of 10 mm below the wafer.
  func drawScale(on writer: XMLWriter) {
    let y = center.y + radius + 5
    writer.line(Self.margin, y, Self.margin + 10, y, strokeWidth: 0.5)
    writer.label("10 mm", x: Self.margin + 12, y: y + 0.9, size: 2.6)
  }
}

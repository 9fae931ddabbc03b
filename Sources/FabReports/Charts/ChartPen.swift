import FabXML

/// Draws paths and marks in one colour.
struct ChartPen {
  let color: ChartColor
  var dashes = ""
  var width = 0.35

  /// The dash pattern of the series at a place.
  static func dashes(ofSeries index: Int) -> String {
    let patterns = ["", "2.4 1", "0.5 0.9", "2.4 0.8 0.5 0.8"]
    return patterns[index % patterns.count]
  }

  /// Writes a line.
  func draw(_ path: String, on writer: XMLWriter) {
    guard !path.isEmpty else { return }
    var attributes = [
      (name: "d", value: path), ("fill", "none"), ("stroke", color.rawValue),
      ("stroke-width", PictureNumber.text(width)), ("stroke-linejoin", "round"),
    ]
    if !dashes.isEmpty { attributes.append(("stroke-dasharray", dashes)) }
    writer.element("path", attributes: attributes) {}
  }

  /// Writes all marks as one path: thousands of elements would make viewers slow.
  func draw(
    _ marker: ChartMarker,
    at points: [PlotClip.Corner],
    radius: Double,
    on writer: XMLWriter
  ) {
    // Marks that fall on each other to a hundredth of a millimetre are drawn once.
    var seen: Set<Int> = []
    var path = ""
    for point in points {
      let place = Int((point.x * 100).rounded()) * 10_000_000 + Int((point.y * 100).rounded())
      guard seen.insert(place).inserted else { continue }
      path += marker.path(point.x, point.y, radius: radius)
    }
    guard !path.isEmpty else { return }
    if marker == .circle {
      writer.element(
        "path",
        [
          "d": path, "fill": "none", "stroke": color.rawValue,
          "stroke-width": PictureNumber.text(2 * radius), "stroke-linecap": "round",
        ]
      )
    } else {
      writer.element("path", ["d": path, "fill": color.rawValue])
    }
  }
}

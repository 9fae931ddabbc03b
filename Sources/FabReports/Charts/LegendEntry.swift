import FabXML

/// A line of a legend: a sample of what is drawn, and its name.
struct LegendEntry {
  /// What the sample shows.
  struct Sample {
    var color: ChartColor
    var hasLine = false
    var dashes = ""
    var marker: ChartMarker?
    var isFilled = false
  }

  let name: String
  let sample: Sample

  static let size = 2.4
  static let sampleWidth = 6.0

  /// The width of sample, name and the space after them, cut to what there is.
  func width(within limit: Double) -> Double {
    min(limit, Self.sampleWidth + 1.2 + TextFit.width(of: name, size: Self.size) + 3)
  }

  /// Writes the entry with the middle of its sample at a height.
  func draw(x: Double, y: Double, limit: Double, on writer: XMLWriter) {
    let end = x + Self.sampleWidth
    if sample.isFilled {
      writer.box(
        x: x,
        y: y - 1,
        width: Self.sampleWidth,
        height: 2,
        fill: sample.color.rawValue,
        opacity: 0.3
      )
    }
    if sample.hasLine {
      ChartPen(color: sample.color, dashes: sample.dashes)
        .draw("M\(ChartPath.text(x)) \(ChartPath.text(y))H\(ChartPath.text(end))", on: writer)
    }
    if let marker = sample.marker {
      ChartPen(color: sample.color)
        .draw(marker, at: [(x + Self.sampleWidth / 2, y)], radius: 0.6, on: writer)
    }
    let space = limit - Self.sampleWidth - 1.2
    writer.label(
      TextFit.cut(name, width: space, size: Self.size),
      x: end + 1.2,
      y: y + 0.85,
      size: Self.size
    )
  }
}

import FabXML

/// The parts that all charts share: title, legend, axes with ticks, grid, note, and the plot's place among them.
struct ChartFrame {
  /// The place of the plot.
  let plot: ChartBox
  let x: AxisLayout
  let y: AxisLayout

  private let box: ChartBox
  private let title: [String]
  private let legend: [(entry: LegendEntry, x: Double, y: Double)]
  private let legendWidth: Double
  private let note: [String]

  private static let titleSize = 3.2
  private static let labelSize = 2.7
  private static let tickSize = 2.4
  private static let noteSize = 2.1
  private static let lineHeight = 1.35

  /// Lays a chart out in a box.
  ///
  /// - Parameters:
  ///   - box: The space.
  ///   - title: The title.
  ///   - legend: The entries of the legend, laid out in rows above the plot where they hide nothing.
  ///   - note: What stands below: the number of points and what isn't shown.
  ///   - rightSpace: Space right of the plot, for a colour scale.
  ///   - x: Lays the horizontal axis out for a number of ticks.
  ///   - y: Lays the vertical axis out for a number of ticks.
  init(
    box: ChartBox,
    title: String,
    legend: [LegendEntry],
    note: String,
    rightSpace: Double = 0,
    x: (Int) -> AxisLayout,
    y: (Int) -> AxisLayout
  ) {
    self.box = box
    let inner = ChartBox(x: box.x + 2, y: box.y, width: box.width - 5, height: box.height)
    self.title = TextFit.lines(
      title,
      width: inner.width,
      size: Self.titleSize,
      isBold: true
    )
    self.note = TextFit.lines(note, width: inner.width, size: Self.noteSize, limit: 3)
    var top = box.y + Double(self.title.count) * Self.titleSize * Self.lineHeight + 1.5
    var rows: [(entry: LegendEntry, x: Double, y: Double)] = []
    var cursor = inner.x
    for entry in legend {
      let width = entry.width(within: inner.width)
      if cursor > inner.x, cursor + width > inner.right {
        cursor = inner.x
        top += LegendEntry.size * 1.5
      }
      rows.append((entry, cursor, top + 1.6))
      cursor += width
    }
    if !legend.isEmpty { top += LegendEntry.size * 1.5 + 1 }
    self.legend = rows
    legendWidth = inner.width
    let below =
      2 * Self.tickSize + Self.labelSize + 1.5 + Double(self.note.count) * Self.noteSize
      * Self.lineHeight
    let height = max(8, box.bottom - top - below - 1.5)
    self.y = y(max(2, Int(height / 8)))
    let labels = self.y.ticks.map { TextFit.width(of: $0.label, size: Self.tickSize) }
    let left = Self.labelSize * 1.4 + max(8.8, labels.max() ?? 0) + 2.5
    let width = max(10, inner.width - left - rightSpace)
    self.x = x(max(2, Int(width / 13)))
    plot = ChartBox(x: inner.x + left, y: top + 1.5, width: width, height: height)
  }

  /// Cuts to the plot.
  var clip: PlotClip { PlotClip(box: plot) }

  /// Returns where a point lies on the page; `nil` where an axis has no place for it.
  func place(_ point: ChartPoint) -> PlotClip.Corner? {
    guard x.scale.shows(point.x), y.scale.shows(point.y) else { return nil }
    return (
      plot.x + x.fraction(of: point.x) * plot.width,
      plot.bottom - y.fraction(of: point.y) * plot.height
    )
  }

  /// Writes everything around what `content` draws into the plot.
  ///
  /// - Parameters:
  ///   - writer: Where to write.
  ///   - isEmpty: Whether there's nothing to draw, which is said instead.
  ///   - hasGrid: Whether lines run through the plot at the ticks.
  ///   - content: Draws the data.
  func draw(
    on writer: XMLWriter,
    isEmpty: Bool,
    hasGrid: Bool = true,
    content: () -> Void
  ) {
    writer.element("g") {
      for (index, line) in title.enumerated() {
        let y = box.y + Double(index + 1) * Self.titleSize * Self.lineHeight
        writer.label(line, x: box.x + 2, y: y, size: Self.titleSize, weight: "bold")
      }
      for row in legend {
        row.entry.draw(x: row.x, y: row.y, limit: legendWidth, on: writer)
      }
      if hasGrid { drawGrid(on: writer) }
      if isEmpty {
        writer.label(
          "no data",
          x: plot.x + plot.width / 2,
          y: plot.y + plot.height / 2,
          size: 4,
          anchor: "middle",
          color: "#777777"
        )
      } else {
        content()
      }
      drawAxes(on: writer)
      for (index, line) in note.enumerated() {
        let y =
          box.bottom - 1 - Double(note.count - 1 - index) * Self.noteSize * Self.lineHeight
        writer.label(line, x: box.x + 2, y: y, size: Self.noteSize, color: "#444444")
      }
    }
  }

  private func drawGrid(on writer: XMLWriter) {
    var path = ""
    for tick in x.ticks where tick.isMajor {
      let place = ChartPath.text(plot.x + x.fraction(of: tick.value) * plot.width)
      path += "M\(place) \(ChartPath.text(plot.y))V\(ChartPath.text(plot.bottom))"
    }
    for tick in y.ticks where tick.isMajor {
      let place = ChartPath.text(plot.bottom - y.fraction(of: tick.value) * plot.height)
      path += "M\(ChartPath.text(plot.x)) \(place)H\(ChartPath.text(plot.right))"
    }
    guard !path.isEmpty else { return }
    writer.element(
      "path",
      ["d": path, "fill": "none", "stroke": "#dddddd", "stroke-width": "0.15"]
    )
  }

  private func drawAxes(on writer: XMLWriter) {
    writer.box(
      x: plot.x,
      y: plot.y,
      width: plot.width,
      height: plot.height,
      stroke: "#000000",
      strokeWidth: 0.2
    )
    for tick in x.ticks {
      let place = plot.x + x.fraction(of: tick.value) * plot.width
      let length = tick.isMajor ? 1.2 : 0.6
      writer.line(place, plot.bottom, place, plot.bottom + length)
      guard tick.isMajor else { continue }
      writer.label(
        tick.label,
        x: place,
        y: plot.bottom + 1.2 + Self.tickSize,
        size: Self.tickSize,
        anchor: "middle"
      )
    }
    for tick in y.ticks {
      let place = plot.bottom - y.fraction(of: tick.value) * plot.height
      let length = tick.isMajor ? 1.2 : 0.6
      writer.line(plot.x - length, place, plot.x, place)
      guard tick.isMajor else { continue }
      writer.label(
        tick.label,
        x: plot.x - 1.7,
        y: place + 0.35 * Self.tickSize,
        size: Self.tickSize,
        anchor: "end"
      )
    }
    writer.label(
      TextFit.cut(x.title, width: plot.width, size: Self.labelSize),
      x: plot.x + plot.width / 2,
      y: plot.bottom + 2.4 + Self.tickSize + Self.labelSize,
      size: Self.labelSize,
      anchor: "middle"
    )
    drawSideways(
      TextFit.cut(y.title, width: plot.height + 6, size: Self.labelSize),
      x: box.x + 2 + Self.labelSize,
      y: plot.y + plot.height / 2,
      on: writer
    )
  }

  /// Writes a label that reads upwards.
  func drawSideways(_ text: String, x: Double, y: Double, on writer: XMLWriter) {
    let place = "\(PictureNumber.text(x)) \(PictureNumber.text(y))"
    writer.element(
      "text",
      [
        "transform": "translate(\(place)) rotate(-90)",
        "font-size": PictureNumber.text(Self.labelSize), "text-anchor": "middle",
        "fill": "#000000",
      ],
      text: text
    )
  }
}

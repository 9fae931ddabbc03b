import FabXML

/// One or several series over a common axis, as lines, marks or both, with bands and limits.
public struct LineChart: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The horizontal axis.
  public var x: ChartAxis
  /// The vertical axis.
  public var y: ChartAxis
  /// The series, in the order of the legend; a point that isn't finite breaks its line.
  public var series: [ChartSeries]
  /// Shaded regions behind the series.
  public var bands: [ChartBand]
  /// Lines that the series are held against.
  public var references: [ChartReference]
  /// What the note below says after the counts; empty for nothing.
  public var remark: String

  /// Creates a chart.
  public init(
    title: String,
    x: ChartAxis,
    y: ChartAxis,
    series: [ChartSeries],
    bands: [ChartBand] = [],
    references: [ChartReference] = [],
    remark: String = ""
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.bands = bands
    self.references = references
    self.remark = remark
  }

  func draw(in box: ChartBox, on writer: XMLWriter) {
    let points = series.flatMap(\.points)
    let shown = points.filter { x.scale.shows($0.x) && y.scale.shows($0.y) }
    let outlines = bands.flatMap { $0.outline(x.scale, y.scale) }
    let xs = (shown + outlines).map(\.x) + references.filter { $0.axis == .horizontal }.map(\.value)
    let ys = (shown + outlines).map(\.y) + references.filter { $0.axis == .vertical }.map(\.value)
    let count = PointCount(
      points,
      x: AxisLayout(x, values: xs, tickCount: 5),
      y: AxisLayout(y, values: ys, tickCount: 5)
    )
    let frame = ChartFrame(
      box: box,
      title: title,
      legend: legend,
      note: count.note(measured: measured) + (remark.isEmpty ? "" : "; \(remark)"),
      x: { AxisLayout(x, values: xs, tickCount: $0) },
      y: { AxisLayout(y, values: ys, tickCount: $0) }
    )
    frame.draw(on: writer, isEmpty: count.shown == 0 && outlines.isEmpty) {
      for band in bands {
        let corners = band.outline(x.scale, y.scale).compactMap(frame.place)
        let path = frame.clip.region(corners)
        guard !path.isEmpty else { continue }
        writer.element(
          "path",
          ["d": path, "fill": band.color.rawValue, "fill-opacity": "0.3", "stroke": "none"]
        )
      }
      frame.draw(references, on: writer)
      for index in series.indices { draw(index, frame, on: writer) }
    }
  }

  /// The points of series with marks: a line among them is a law, whose points nobody measured.
  private var measured: Int? {
    let marked = series.filter(\.drawing.hasPoints)
    return marked.isEmpty ? nil : marked.reduce(0) { $0 + $1.points.count }
  }

  private func draw(_ index: Int, _ frame: ChartFrame, on writer: XMLWriter) {
    let one = series[index]
    let places = one.points.map(frame.place)
    if one.drawing.hasLine {
      ChartPen(color: color(index), dashes: dashes(index))
        .draw(frame.clip.path(through: places), on: writer)
    }
    if one.drawing.hasPoints {
      let visible = places.compactMap { $0 }.filter(frame.clip.contains)
      ChartPen(color: color(index))
        .draw(
          .ofSeries(index),
          at: visible,
          radius: visible.count > 150 ? 0.4 : 0.6,
          on: writer
        )
    }
  }

  private func color(_ index: Int) -> ChartColor {
    series[index].color ?? .ofSeries(index)
  }

  private func dashes(_ index: Int) -> String {
    switch series[index].isDashed {
    // Patterns count lines only, so that the first line is drawn through.
    case .none: ChartPen.dashes(ofSeries: series[..<index].count { $0.drawing.hasLine })
    case true?: "2 1"
    case false?: ""
    }
  }

  private var legend: [LegendEntry] {
    let lines = series.indices.map { index in
      LegendEntry(
        name: series[index].name,
        sample: LegendEntry.Sample(
          color: color(index),
          hasLine: series[index].drawing.hasLine,
          dashes: dashes(index),
          marker: series[index].drawing.hasPoints ? .ofSeries(index) : nil
        )
      )
    }
    let regions = bands.map {
      LegendEntry(name: $0.name, sample: .init(color: $0.color, isFilled: true))
    }
    return (lines + regions + references.map(\.legend)).filter { !$0.name.isEmpty }
  }
}

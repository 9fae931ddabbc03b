import FabXML

/// How a result hangs on what it is computed from: a bar from its value with half of a parameter to that with twice.
public struct TornadoPicture: Hashable, Sendable {
  /// A parameter.
  public struct Bar: Hashable, Sendable {
    /// Its name with its value.
    public var name: String
    /// The result with half of it.
    public var halved: Double
    /// The result with twice of it.
    public var doubled: Double

    /// Creates a bar.
    public init(_ name: String, halved: Double, doubled: Double) {
      self.name = name
      self.halved = halved
      self.doubled = doubled
    }
  }

  /// The title.
  public var title: String
  /// Lines below the title.
  public var subtitles: [String]
  /// What is computed, with its unit.
  public var axis: String
  /// The result as it stands.
  public var value: Double
  /// The parameters, those that matter most first.
  public var bars: [Bar]

  /// Creates a picture.
  public init(
    title: String,
    subtitles: [String],
    axis: String,
    value: Double,
    bars: [Bar]
  ) {
    self.title = title
    self.subtitles = subtitles
    self.axis = axis
    self.value = value
    self.bars = bars
  }

  /// The picture as an SVG file.
  public func svg() -> [UInt8] {
    let (left, right, width) = (62.0, 12.0, 180.0)
    let top = 22 + 4 * Double(subtitles.count)
    let height = top + 8 * Double(bars.count) + 16
    let ends = bars.flatMap { [$0.halved, $0.doubled] } + [value]
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 1)
    let span = high > low ? high - low : 1
    func x(_ value: Double) -> Double { left + (value - low) / span * (width - left - right) }
    let page = PicturePage(width: width, height: height, title: title, subtitles: subtitles)
    return page.svg { writer in
      let legend = [("with half of it", ChartColor.skyBlue), ("with twice of it", .vermilion)]
      for (index, (name, color)) in legend.enumerated() {
        let start = left + 36 * Double(index)
        writer.box(x: start, y: top - 7, width: 4, height: 3, fill: color.rawValue, opacity: 0.7)
        writer.label(name, x: start + 5.5, y: top - 4.5, size: 2.6)
      }
      for (index, bar) in bars.enumerated() {
        let y = top + 8 * Double(index)
        writer.label(
          TextFit.cut(bar.name, width: left - 8, size: 2.6),
          x: left - 3,
          y: y + 4.2,
          size: 2.6,
          anchor: "end"
        )
        for (end, color) in [(bar.halved, ChartColor.skyBlue), (bar.doubled, .vermilion)] {
          let (from, to) = (min(x(value), x(end)), max(x(value), x(end)))
          writer.box(
            x: from,
            y: y + 1,
            width: to - from,
            height: 4.6,
            fill: color.rawValue,
            opacity: 0.7
          )
        }
      }
      let bottom = top + 8 * Double(bars.count)
      writer.line(x(value), top - 1, x(value), bottom, stroke: "#000000", strokeWidth: 0.3)
      writer.line(left, bottom, width - right, bottom)
      for tick in AxisLayout(ChartAxis(axis, range: low...(low + span)), values: [], tickCount: 6)
        .ticks
      where (low...(low + span)).contains(tick.value) {
        writer.line(x(tick.value), bottom, x(tick.value), bottom + 1.2)
        writer.label(tick.label, x: x(tick.value), y: bottom + 4.2, size: 2.6, anchor: "middle")
      }
      writer.label(axis, x: (left + width - right) / 2, y: bottom + 9, size: 2.8, anchor: "middle")
    }
  }
}

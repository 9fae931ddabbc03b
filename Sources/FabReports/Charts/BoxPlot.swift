import FabXML

/// The spread of values in groups: boxes from quartile to quartile with every point beside them.
///
/// Whiskers reach to the last value within 1.5 interquartile ranges of the box; quartiles are interpolated
/// between values (type 7 of Hyndman and Fan). A group of fewer than five values has points only: its
/// quartiles would say little.
///
/// > Source: J. W. Tukey, *Exploratory Data Analysis*, 1977; R. J. Hyndman, Y. Fan, *Sample Quantiles in
/// > Statistical Packages*, Am. Stat. 50, 361 (1996), doi 10.1080/00031305.1996.10473566.
public struct BoxPlot: Hashable, Sendable {
  /// A group of values.
  public struct Group: Hashable, Sendable {
    /// The name below its box.
    public var name: String
    /// The values, in any order.
    public var values: [Double]

    /// Creates a group.
    public init(_ name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// The title.
  public var title: String
  /// What the groups are, for instance `run`.
  public var grouping: String
  /// The quantity with its unit.
  public var quantity: ChartAxis
  /// The groups from left to right.
  public var groups: [Group]
  /// Lines that the values are held against, on the vertical axis.
  public var references: [ChartReference]
  /// What the note below says after the counts; empty for nothing.
  public var remark: String

  /// Creates a plot.
  public init(
    title: String,
    grouping: String,
    quantity: ChartAxis,
    groups: [Group],
    references: [ChartReference] = [],
    remark: String = ""
  ) {
    self.title = title
    self.grouping = grouping
    self.quantity = quantity
    self.groups = groups
    self.references = references
    self.remark = remark
  }

  func draw(in box: ChartBox, on writer: XMLWriter) {
    let all = groups.flatMap(\.values)
    let count = PointCount(
      all.map { ChartPoint(0, $0) },
      x: AxisLayout(ChartAxis("", range: -1...1), values: [], tickCount: 2),
      y: AxisLayout(quantity, values: all, tickCount: 5)
    )
    let levels = references.filter { $0.axis == .vertical }
    let frame = ChartFrame(
      box: box,
      title: title,
      legend: levels.map(\.legend),
      note: count.note(of: "value") + (remark.isEmpty ? "" : "; \(remark)"),
      x: { _ in
        AxisLayout(
          scale: .linear,
          range: 0...Double(max(1, groups.count)),
          ticks: ticks(width: box.width),
          title: grouping
        )
      },
      y: { AxisLayout(quantity, values: all + levels.map(\.value), tickCount: $0) }
    )
    frame.draw(on: writer, isEmpty: count.shown == 0) {
      frame.draw(levels, on: writer)
      for (index, group) in groups.enumerated() { draw(group, at: index, frame, on: writer) }
    }
  }

  /// Names with numbers of values, each cut to its cell.
  private func ticks(width: Double) -> [AxisTick] {
    let cell = (width - 22) / Double(max(1, groups.count))
    let every = max(1, Int((9 / cell).rounded(.up)))
    return groups.enumerated()
      .map { index, group in
        let count = " (\(group.values.count))"
        let space = cell * Double(every) - TextFit.width(of: count, size: 2.4)
        let name = TextFit.cut(group.name, width: space, size: 2.4)
        return AxisTick(
          value: Double(index) + 0.5,
          label: index.isMultiple(of: every) ? name + count : ""
        )
      }
  }

  private func draw(_ group: Group, at index: Int, _ frame: ChartFrame, on writer: XMLWriter) {
    let values = group.values.filter { quantity.scale.shows($0) }.sorted()
    guard !values.isEmpty else { return }
    let cell = frame.plot.width / Double(groups.count)
    let middle = frame.plot.x + (Double(index) + 0.5) * cell
    let half = min(6, 0.22 * cell)
    func y(_ value: Double) -> Double {
      let place = frame.plot.bottom - frame.y.fraction(of: value) * frame.plot.height
      return min(max(place, frame.plot.y), frame.plot.bottom)
    }
    if values.count >= 5 {
      let quartiles = [0.25, 0.5, 0.75].map { Self.quantile(values, $0) }
      let reach = 1.5 * (quartiles[2] - quartiles[0])
      let low = values.first { $0 >= quartiles[0] - reach } ?? quartiles[0]
      let high = values.last { $0 <= quartiles[2] + reach } ?? quartiles[2]
      writer.line(middle, y(low), middle, y(quartiles[0]), strokeWidth: 0.25)
      writer.line(middle, y(quartiles[2]), middle, y(high), strokeWidth: 0.25)
      for end in [low, high] {
        writer.line(middle - half / 2, y(end), middle + half / 2, y(end), strokeWidth: 0.25)
      }
      writer.box(
        x: middle - half,
        y: y(quartiles[2]),
        width: 2 * half,
        height: max(0.1, y(quartiles[0]) - y(quartiles[2])),
        fill: ChartColor.skyBlue.rawValue,
        opacity: 0.35,
        stroke: "#000000",
        strokeWidth: 0.25
      )
      writer.line(
        middle - half,
        y(quartiles[1]),
        middle + half,
        y(quartiles[1]),
        strokeWidth: 0.6
      )
    }
    // Points that would hide each other stand side by side, by a pattern and not by chance.
    let offsets = [0.0, -0.5, 0.5, -0.25, 0.25, -0.75, 0.75]
    let points = values.enumerated()
      .map { place, value in
        (x: middle + offsets[place % offsets.count] * half, y: y(value))
      }
    ChartPen(color: .blue)
      .draw(
        .circle,
        at: points.filter(frame.clip.contains),
        radius: values.count > 100 ? 0.3 : 0.45,
        on: writer
      )
  }

  /// Returns a quantile of sorted values, interpolated.
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let index = min(sorted.count - 1, Int(place))
    let next = min(sorted.count - 1, index + 1)
    return sorted[index] + (place - Double(index)) * (sorted[next] - sorted[index])
  }
}

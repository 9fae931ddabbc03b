import FabXML

/// Counts of categories from the most frequent down, with the share that they make together.
public struct ParetoChart: Hashable, Sendable {
  /// A category with its count.
  public struct Category: Hashable, Sendable {
    /// The name below its bar.
    public var name: String
    /// How often it occurs.
    public var count: Int

    /// Creates a category.
    public init(_ name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// The title.
  public var title: String
  /// What the categories are, for instance `failing bin`.
  public var kind: String
  /// What is counted, for instance `sites`.
  public var counted: String
  /// The categories in any order.
  public var categories: [Category]
  /// How many bars there are at most; the rest is one bar, the last.
  public var limit: Int
  /// What the note below says after the counts; empty for nothing.
  public var remark: String

  /// Creates a chart.
  public init(
    title: String,
    kind: String,
    counted: String = "sites",
    categories: [Category],
    limit: Int = 12,
    remark: String = ""
  ) {
    self.title = title
    self.kind = kind
    self.counted = counted
    self.categories = categories
    self.limit = limit
    self.remark = remark
  }

  /// The bars: by count, equal ones by name, categories that don't occur left out, the rest folded.
  var bars: [Category] {
    let sorted = categories.filter { $0.count > 0 }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let limit = max(2, limit)
    guard sorted.count > limit else { return sorted }
    let rest = sorted[(limit - 1)...]
    return sorted[..<(limit - 1)]
      + [Category("\(rest.count) others", count: rest.reduce(0) { $0 + $1.count })]
  }

  func draw(in box: ChartBox, on writer: XMLWriter) {
    let bars = bars
    let total = bars.reduce(0) { $0 + $1.count }
    let frame = ChartFrame(
      box: box,
      title: title,
      legend: [
        LegendEntry(name: counted, sample: .init(color: .skyBlue, isFilled: true)),
        LegendEntry(
          name: "together, % of all",
          sample: .init(color: .vermilion, hasLine: true, marker: .circle)
        ),
      ],
      note: "n = \(total)" + (remark.isEmpty ? "" : "; \(remark)"),
      rightSpace: 14,
      x: { _ in
        let cell = (box.width - 36) / Double(max(1, bars.count))
        return AxisLayout(
          scale: .linear,
          range: 0...Double(max(1, bars.count)),
          ticks: bars.enumerated()
            .map { index, bar in
              AxisTick(
                value: Double(index) + 0.5,
                label: TextFit.cut(bar.name, width: cell - 0.5, size: 2.4)
              )
            },
          title: kind
        )
      },
      // Counts up to all of them, so that both axes belong together: 100 % is where all are.
      y: {
        AxisLayout(
          ChartAxis(counted, range: 0...Double(max(1, total))),
          values: [],
          tickCount: $0
        )
      }
    )
    frame.draw(on: writer, isEmpty: total == 0) {
      drawBars(bars, total, frame, on: writer)
    }
    if total > 0 { drawShares(frame, on: writer) }
  }

  private func drawBars(
    _ bars: [Category],
    _ total: Int,
    _ frame: ChartFrame,
    on writer: XMLWriter
  ) {
    let cell = frame.plot.width / Double(bars.count)
    var sum = 0
    var places: [PlotClip.Corner] = []
    for (index, bar) in bars.enumerated() {
      sum += bar.count
      let height = Double(bar.count) / Double(total) * frame.plot.height
      let x = frame.plot.x + (Double(index) + 0.15) * cell
      writer.box(
        x: x,
        y: frame.plot.bottom - height,
        width: 0.7 * cell,
        height: height,
        fill: ChartColor.skyBlue.rawValue,
        opacity: 0.6,
        stroke: "#333333",
        strokeWidth: 0.15
      )
      // Inside a high bar, above a low one.
      let isHigh = height > 6
      writer.label(
        "\(bar.count)",
        x: x + 0.35 * cell,
        y: frame.plot.bottom - height + (isHigh ? 3.2 : -0.9),
        size: 2.4,
        anchor: "middle"
      )
      places.append(
        (
          frame.plot.x + (Double(index) + 0.5) * cell,
          frame.plot.bottom - Double(sum) / Double(total) * frame.plot.height
        )
      )
    }
    let pen = ChartPen(color: .vermilion)
    pen.draw(frame.clip.path(through: places), on: writer)
    pen.draw(.circle, at: places, radius: 0.6, on: writer)
  }

  /// Writes the axis of shares at the right.
  private func drawShares(_ frame: ChartFrame, on writer: XMLWriter) {
    for share in [0, 20, 40, 60, 80, 100] {
      let y = frame.plot.bottom - Double(share) / 100 * frame.plot.height
      writer.line(frame.plot.right, y, frame.plot.right + 1.2, y)
      writer.label("\(share) %", x: frame.plot.right + 1.7, y: y + 0.84, size: 2.4)
    }
    frame.drawSideways(
      "together (%)",
      x: frame.plot.right + 13,
      y: frame.plot.y + frame.plot.height / 2,
      on: writer
    )
  }
}

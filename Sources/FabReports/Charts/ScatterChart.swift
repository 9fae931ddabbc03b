import FabXML
import Foundation

/// Points of one or several groups without lines, for instance what came out against what is true.
public struct ScatterChart: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The horizontal axis.
  public var x: ChartAxis
  /// The vertical axis.
  public var y: ChartAxis
  /// The groups, in the order of the legend; how they say they're drawn doesn't count.
  public var groups: [ChartSeries]
  /// The name of the line on which both coordinates are equal; `nil` for no such line.
  public var identity: String?
  /// Lines that the points are held against.
  public var references: [ChartReference]
  /// What the note below says after the counts; empty for nothing.
  public var remark: String

  /// Creates a chart.
  public init(
    title: String,
    x: ChartAxis,
    y: ChartAxis,
    groups: [ChartSeries],
    identity: String? = "identity",
    references: [ChartReference] = [],
    remark: String = ""
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.groups = groups
    self.identity = identity
    self.references = references
    self.remark = remark
  }

  func draw(in box: ChartBox, on writer: XMLWriter) {
    let points = groups.flatMap(\.points)
    let shown = points.filter { x.scale.shows($0.x) && y.scale.shows($0.y) }
    let xs = shown.map(\.x) + references.filter { $0.axis == .horizontal }.map(\.value)
    let ys = shown.map(\.y) + references.filter { $0.axis == .vertical }.map(\.value)
    let count = PointCount(
      points,
      x: AxisLayout(x, values: xs, tickCount: 5),
      y: AxisLayout(y, values: ys, tickCount: 5)
    )
    let frame = ChartFrame(
      box: box,
      title: title,
      legend: legend,
      note: count.note() + (remark.isEmpty ? "" : "; \(remark)"),
      x: { AxisLayout(x, values: xs, tickCount: $0) },
      y: { AxisLayout(y, values: ys, tickCount: $0) }
    )
    frame.draw(on: writer, isEmpty: count.shown == 0) {
      let isCrowded = count.shown > 400
      for (index, group) in groups.enumerated() {
        ChartPen(color: group.color ?? .ofSeries(index))
          .draw(
            .ofSeries(index),
            at: group.points.compactMap(frame.place).filter(frame.clip.contains),
            radius: isCrowded ? 0.25 : 0.6,
            on: writer
          )
      }
      frame.draw(references, on: writer)
      if identity != nil { drawIdentity(frame, on: writer) }
    }
  }

  /// Writes the line of equal coordinates; on one linear and one log axis it's a curve.
  private func drawIdentity(_ frame: ChartFrame, on writer: XMLWriter) {
    let low = max(frame.x.range.lowerBound, frame.y.range.lowerBound)
    let high = min(frame.x.range.upperBound, frame.y.range.upperBound)
    guard low < high else { return }
    let isLogarithmic = x.scale == .logarithmic
    let places = (0...64)
      .map { index -> PlotClip.Corner? in
        let share = Double(index) / 64
        let value =
          isLogarithmic ? low * pow(high / low, share) : low + share * (high - low)
        return frame.place(ChartPoint(value, value))
      }
    let isStraight = x.scale == y.scale
    ChartPen(color: .black, dashes: ChartReference.dashes, width: 0.25)
      .draw(
        frame.clip.path(through: isStraight ? [places[0], places[64]] : places),
        on: writer
      )
  }

  private var legend: [LegendEntry] {
    let names = groups.enumerated()
      .map { index, group in
        LegendEntry(
          name: group.name,
          sample: .init(color: group.color ?? .ofSeries(index), marker: .ofSeries(index))
        )
      }
    let line = identity.map {
      LegendEntry(
        name: $0,
        sample: .init(color: .black, hasLine: true, dashes: ChartReference.dashes)
      )
    }
    return (names + (line.map { [$0] } ?? []) + references.map(\.legend))
      .filter { !$0.name.isEmpty }
  }
}

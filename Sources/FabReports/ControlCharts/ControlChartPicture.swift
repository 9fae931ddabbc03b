import FabXML

/// A control chart: a statistic in its order, its centre line and limits, phases, and what is out of control.
///
/// It serves charts of individuals, ranges and means, EWMA, whose limits widen from point to point, and CUSUM,
/// whose two sums are a point and its companion. Specification limits have no place in it: a process can
/// be in control and out of specification, and lines of both kinds in one chart are read for each other.
public struct ControlChartPicture: Hashable, Sendable {
  /// A point of the chart.
  public struct Point: Hashable, Sendable {
    /// What the point is of, for instance a wafer.
    public var label: String
    /// The statistic.
    public var value: Double
    /// A second statistic, for instance the lower sum of a CUSUM; `nil` for none.
    public var companion: Double?
    /// The lower control limit here; `nil` for none.
    public var lower: Double?
    /// The upper control limit here; `nil` for none.
    public var upper: Double?
    /// The rules that the point breaks, as short as `1` or `WE2`; none while it's in control.
    public var tags: [String]

    /// Creates a point.
    public init(
      label: String,
      value: Double,
      companion: Double? = nil,
      lower: Double? = nil,
      upper: Double? = nil,
      tags: [String] = []
    ) {
      self.label = label
      self.value = value
      self.companion = companion
      self.lower = lower
      self.upper = upper
      self.tags = tags
    }
  }

  /// Points that share a centre line, for instance between two changes of the process.
  public struct Phase: Hashable, Sendable {
    /// The name; empty for none.
    public var name: String
    /// The centre line; `nil` for none.
    public var center: Double?
    /// The points in their order.
    public var points: [Point]

    /// Creates a phase.
    public init(name: String = "", center: Double?, points: [Point]) {
      self.name = name
      self.center = center
      self.points = points
    }
  }

  /// The title.
  public var title: String
  /// The statistic with its unit.
  public var statistic: ChartAxis
  /// What the horizontal axis counts, for instance `wafer`.
  public var order: String
  /// The phases in their order.
  public var phases: [Phase]
  /// What the note below says after the counts, for instance from which baseline the limits are; empty for nothing.
  public var remark: String

  /// Creates a chart.
  public init(
    title: String,
    statistic: ChartAxis,
    order: String = "wafer",
    phases: [Phase],
    remark: String = ""
  ) {
    self.title = title
    self.statistic = statistic
    self.order = order
    self.phases = phases
    self.remark = remark
  }

  private var points: [Point] { phases.flatMap(\.points) }

  func draw(in box: ChartBox, on writer: XMLWriter) {
    let points = points
    let values =
      points.flatMap { [$0.value, $0.companion, $0.lower, $0.upper] }.compactMap { $0 }
      + phases.compactMap(\.center)
    let shown = points.count { statistic.scale.shows($0.value) }
    let broken = points.count { !$0.tags.isEmpty }
    let notFinite = points.count - shown
    let note =
      "n = \(points.count)"
      + (notFinite > 0 ? "; \(notFinite) point\(notFinite == 1 ? "" : "s") not finite" : "")
      + "; \(broken) out of control" + (remark.isEmpty ? "" : "; \(remark)")
    let longest = points.map(\.label.count).max() ?? 1
    let frame = ChartFrame(
      box: box,
      title: title,
      legend: legend(points),
      note: note,
      rightSpace: 15,
      x: { count in
        let width = min(20, 0.61 * 2.4 * Double(longest) + 1.5)
        return AxisLayout(
          names: points.map(\.label),
          count: points.count,
          label: order,
          tickCount: max(2, Int(13 * Double(count) / width))
        )
      },
      y: { AxisLayout(statistic, values: values, tickCount: $0, padding: 0.12) }
    )
    frame.draw(on: writer, isEmpty: shown == 0) {
      drawLimits(frame, on: writer)
      drawPoints(frame, on: writer)
    }
  }

  private func legend(_ points: [Point]) -> [LegendEntry] {
    var entries = [
      LegendEntry(
        name: points.contains { $0.companion != nil } ? "upper sum" : "in control",
        sample: .init(color: .blue, hasLine: true, marker: .circle)
      )
    ]
    if points.contains(where: { $0.companion != nil }) {
      entries.append(
        LegendEntry(
          name: "lower sum",
          sample: .init(color: .skyBlue, hasLine: true, marker: .square)
        )
      )
    }
    if points.contains(where: { !$0.tags.isEmpty }) {
      entries.append(
        LegendEntry(
          name: "out of control, with its rules",
          sample: .init(color: .vermilion, marker: .diamond)
        )
      )
    }
    if phases.contains(where: { $0.center != nil }) {
      entries.append(LegendEntry(name: "centre line", sample: .init(color: .black, hasLine: true)))
    }
    if points.contains(where: { $0.lower != nil || $0.upper != nil }) {
      entries.append(
        LegendEntry(
          name: "control limits",
          sample: .init(color: .black, hasLine: true, dashes: ChartReference.dashes)
        )
      )
    }
    return entries
  }

  /// Writes centre lines, limits as steps that may change at every point, and what divides phases.
  private func drawLimits(_ frame: ChartFrame, on writer: XMLWriter) {
    var start = 0
    for (index, phase) in phases.enumerated() {
      let end = start + phase.points.count
      if let center = phase.center {
        let line = steps(Array(repeating: center, count: phase.points.count), from: start, frame)
        ChartPen(color: .black, width: 0.3).draw(frame.clip.path(through: line), on: writer)
      }
      for limits in [phase.points.map(\.lower), phase.points.map(\.upper)] {
        let line = steps(limits, from: start, frame)
        ChartPen(color: .black, dashes: ChartReference.dashes, width: 0.3)
          .draw(frame.clip.path(through: line), on: writer)
      }
      if index > 0 {
        let x = frame.plot.x + frame.x.fraction(of: Double(start)) * frame.plot.width
        writer.line(x, frame.plot.y, x, frame.plot.bottom, stroke: "#777777", strokeWidth: 0.3)
      }
      if !phase.name.isEmpty {
        let left = frame.plot.x + frame.x.fraction(of: Double(start)) * frame.plot.width
        let right = frame.plot.x + frame.x.fraction(of: Double(end)) * frame.plot.width
        writer.label(
          TextFit.cut(phase.name, width: right - left - 1, size: 2.2),
          x: left + 1,
          y: frame.plot.y + 2.8,
          size: 2.2,
          color: "#444444"
        )
      }
      start = end
    }
    guard let last = phases.last, let point = last.points.last else { return }
    // The values of the last phase, at the end of its lines and apart from each other.
    let ends = [("UCL", point.upper), ("CL", last.center), ("LCL", point.lower)]
      .compactMap { name, value in value.map { (name, $0) } }
      .filter { frame.y.scale.shows($0.1) && frame.y.range.contains($0.1) }
    var lowest = -Double.infinity
    for (name, value) in ends {
      let y = frame.plot.bottom - frame.y.fraction(of: value) * frame.plot.height
      let place = max(y + 0.75, lowest + 2.6)
      lowest = place
      writer.label(
        "\(name) \(SignificantText.text(value, digits: 4))",
        x: frame.plot.right + 0.8,
        y: place,
        size: 2.1
      )
    }
  }

  private func steps(
    _ values: [Double?],
    from start: Int,
    _ frame: ChartFrame
  ) -> [PlotClip.Corner?] {
    values.enumerated()
      .flatMap { index, value -> [PlotClip.Corner?] in
        let x = Double(start + index)
        return [
          value.flatMap { frame.place(ChartPoint(x, $0)) },
          value.flatMap { frame.place(ChartPoint(x + 1, $0)) },
        ]
      }
  }

  private func drawPoints(_ frame: ChartFrame, on writer: XMLWriter) {
    let points = points
    func places(_ values: [Double?]) -> [PlotClip.Corner?] {
      values.enumerated()
        .map { index, value in value.flatMap { frame.place(ChartPoint(Double(index) + 0.5, $0)) } }
    }
    let companions = places(points.map(\.companion))
    let skyBlue = ChartPen(color: .skyBlue, width: 0.3)
    skyBlue.draw(frame.clip.path(through: companions), on: writer)
    skyBlue.draw(.square, at: companions.compactMap { $0 }, radius: 0.55, on: writer)
    let main = places(points.map(\.value))
    ChartPen(color: .blue, width: 0.3).draw(frame.clip.path(through: main), on: writer)
    let inside = zip(points, main).filter { $0.0.tags.isEmpty }.compactMap(\.1)
      .filter(frame.clip.contains)
    ChartPen(color: .blue).draw(.circle, at: inside, radius: 0.6, on: writer)
    let outside = zip(points, main).filter { !$0.0.tags.isEmpty }
    ChartPen(color: .vermilion)
      .draw(
        .diamond,
        at: outside.compactMap(\.1).filter(frame.clip.contains),
        radius: 1,
        on: writer
      )
    for (point, place) in outside {
      guard let place, frame.clip.contains(place) else { continue }
      // Above a high point, below a low one, and never outside the plot.
      let isHigh = place.y < frame.plot.y + frame.plot.height / 2
      let wanted = isHigh ? place.y - 1.8 : place.y + 3.4
      writer.label(
        point.tags.joined(separator: ","),
        x: min(max(place.x, frame.plot.x + 2), frame.plot.right - 2),
        y: min(max(wanted, frame.plot.y + 2.4), frame.plot.bottom - 0.8),
        size: 2.2,
        anchor: "middle",
        color: "#8a2c00",
        weight: "bold"
      )
    }
  }
}

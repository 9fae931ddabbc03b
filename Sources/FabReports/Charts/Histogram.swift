import FabXML
import Foundation

/// How often values fall into equal intervals.
public struct Histogram: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The axis of the values; a log axis counts in equal ratios.
  public var x: ChartAxis
  /// The values.
  public var values: [Double]
  /// About how many intervals there are; `nil` lets the values decide.
  ///
  /// Their edges are round numbers.
  public var binCount: Int?
  /// Lines that the distribution is held against.
  public var references: [ChartReference]
  /// What the note below says after the counts; empty for nothing.
  public var remark: String

  /// Creates a histogram.
  public init(
    title: String,
    x: ChartAxis,
    values: [Double],
    binCount: Int? = nil,
    references: [ChartReference] = [],
    remark: String = ""
  ) {
    self.title = title
    self.x = x
    self.values = values
    self.binCount = binCount
    self.references = references
    self.remark = remark
  }

  func draw(in box: ChartBox, on writer: XMLWriter) {
    let bins = HistogramBins(values: values, axis: x, count: binCount)
    var axis = x
    axis.range = x.range ?? bins.range
    let highest = Double(bins.counts.max() ?? 0)
    let y = ChartAxis("count", range: 0...max(1, highest * 1.06))
    let points = values.map { ChartPoint($0, 0) }
    let count = PointCount(
      points,
      x: AxisLayout(axis, values: [], tickCount: 5),
      y: AxisLayout(y, values: [], tickCount: 5)
    )
    let legend = references.filter { $0.axis == .horizontal }.map(\.legend)
      .filter { !$0.name.isEmpty }
    let frame = ChartFrame(
      box: box,
      title: title,
      legend: legend,
      note: count.note(of: "value") + (remark.isEmpty ? "" : "; \(remark)"),
      x: { AxisLayout(axis, values: [], tickCount: $0) },
      // Counts are whole: never more ticks than the highest bar has steps.
      y: { AxisLayout(y, values: [], tickCount: min($0, max(1, Int(highest)))) }
    )
    frame.draw(on: writer, isEmpty: count.shown == 0) {
      var path = ""
      for (index, number) in bins.counts.enumerated() where number > 0 {
        let corners = [
          ChartPoint(bins.edges[index], 0), ChartPoint(bins.edges[index], Double(number)),
          ChartPoint(bins.edges[index + 1], Double(number)), ChartPoint(bins.edges[index + 1], 0),
        ]
        path += frame.clip.region(corners.compactMap(frame.place))
      }
      writer.element(
        "path",
        [
          "d": path, "fill": ChartColor.skyBlue.rawValue, "stroke": "#ffffff",
          "stroke-width": "0.15",
        ]
      )
      frame.draw(references.filter { $0.axis == .horizontal }, on: writer)
    }
  }
}

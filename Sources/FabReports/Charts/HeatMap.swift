import FabXML
import Foundation

/// Values in rows and columns as colours, with a scale beside them.
public struct HeatMap: Hashable, Sendable {
  /// The title.
  public var title: String
  /// What the columns stand for, from left to right.
  public var columns: HeatMapSide
  /// What the rows stand for, from the bottom up.
  public var rows: HeatMapSide
  /// The values, `[row, column]`, the first row at the bottom; rows may differ in length.
  public var values: [[Double]]
  /// The quantity; its range is that of the colours, a diverging map's is even about zero unless it's given.
  public var color: ChartAxis
  /// The colours.
  public var map: ColorMap
  /// The decimals of the values that stand in the cells; `nil` for none.
  public var decimals: Int?
  /// What the note below says after the counts; empty for nothing.
  public var remark: String

  /// Creates a heat map.
  public init(
    title: String,
    columns: HeatMapSide,
    rows: HeatMapSide,
    values: [[Double]],
    color: ChartAxis,
    map: ColorMap = .sequential,
    decimals: Int? = nil,
    remark: String = ""
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.values = values
    self.color = color
    self.map = map
    self.decimals = decimals
    self.remark = remark
  }

  private static let scaleWidth = 4.0
  private static let missing = "#bbbbbb"

  func draw(in box: ChartBox, on writer: XMLWriter) {
    let columnCount = values.map(\.count).max() ?? 0
    let all = values.flatMap { $0 }
    let bar = colorLayout(all, tickCount: 6)
    let labels = bar.ticks.map { TextFit.width(of: $0.label, size: 2.4) }.max() ?? 0
    let count = PointCount(
      all.map { ChartPoint(0, $0) },
      x: AxisLayout(ChartAxis("", range: -1...1), values: [], tickCount: 2),
      y: bar
    )
    let grey = count.notFinite + count.withoutPlace > 0 ? "; drawn grey without a value" : ""
    let ends = count.outside > 0 ? "; drawn in the colour of the nearer end outside" : ""
    let frame = ChartFrame(
      box: box,
      title: title,
      legend: [],
      note: count.note(of: "cell") + grey + ends + (remark.isEmpty ? "" : "; \(remark)"),
      rightSpace: Self.scaleWidth + labels + 12,
      // A frame gives ticks 13 mm each across and 8 mm upwards; names side by side need their own width.
      x: { count in
        columns.layout(count: columnCount, tickCount: count) {
          Int(Double(13 * count) / ($0 + 1.5))
        }
      },
      y: { count in
        rows.layout(count: values.count, tickCount: count) { _ in Int(Double(8 * count) / 3.2) }
      }
    )
    frame.draw(on: writer, isEmpty: all.isEmpty || count.shown == 0, hasGrid: false) {
      drawCells(frame, bar, columnCount, on: writer)
    }
    drawScale(frame, bar, labels, on: writer)
  }

  private func colorLayout(_ all: [Double], tickCount: Int) -> AxisLayout {
    var axis = color
    if map == .diverging, axis.scale == .linear, axis.range == nil {
      let largest = all.filter(axis.scale.shows).map(abs).max() ?? 1
      axis.range = largest > 1e-99 ? -largest...largest : -1...1
    }
    return AxisLayout(axis, values: all, tickCount: tickCount, padding: 0)
  }

  /// Writes all cells of a colour as one path.
  private func drawCells(
    _ frame: ChartFrame,
    _ bar: AxisLayout,
    _ columnCount: Int,
    on writer: XMLWriter
  ) {
    let width = frame.plot.width / Double(columnCount)
    let height = frame.plot.height / Double(values.count)
    var paths: [String: String] = [:]
    var texts: [(text: String, x: Double, y: Double, isLight: Bool)] = []
    for (row, cells) in values.enumerated() {
      for (column, value) in cells.enumerated() {
        let x = frame.plot.x + Double(column) * width
        let y = frame.plot.bottom - Double(row + 1) * height
        let level = bar.scale.shows(value) ? self.level(of: value, bar) : nil
        let fill = level.map(map.color(level:)) ?? Self.missing
        let edges = [x, y, x + width, y + height].map(ChartPath.text)
        paths[fill, default: ""] += "M\(edges[0]) \(edges[1])H\(edges[2])V\(edges[3])H\(edges[0])Z"
        guard let decimals, let level else { continue }
        let text = String(format: "%.\(max(0, min(9, decimals)))f", value)
        texts.append(
          (text, x + width / 2, y + height / 2, map.isLight(level: level))
        )
      }
    }
    for (fill, path) in paths.sorted(by: { $0.key < $1.key }) {
      writer.element("path", ["d": path, "fill": fill, "shape-rendering": "crispEdges"])
    }
    let longest = texts.map(\.text.count).max() ?? 1
    let size = min(2.4, height * 0.7, width / (0.65 * Double(max(1, longest))))
    // Numbers smaller than half a millimetre help nobody.
    guard size > 0.5 else { return }
    for text in texts {
      writer.label(
        text.text,
        x: text.x,
        y: text.y + 0.35 * size,
        size: size,
        anchor: "middle",
        color: text.isLight ? "#000000" : "#ffffff"
      )
    }
  }

  private func level(of value: Double, _ bar: AxisLayout) -> Int {
    let share = min(1, max(0, bar.fraction(of: value)))
    return min(ColorMap.levels - 1, Int(share * Double(ColorMap.levels)))
  }

  private func drawScale(
    _ frame: ChartFrame,
    _ bar: AxisLayout,
    _ labels: Double,
    on writer: XMLWriter
  ) {
    let plot = frame.plot
    let x = plot.right + 4
    let step = plot.height / Double(ColorMap.levels)
    for level in 0..<ColorMap.levels {
      writer.element(
        "path",
        [
          "d": "M\(ChartPath.text(x)) \(ChartPath.text(plot.bottom - Double(level) * step))"
            + "H\(ChartPath.text(x + Self.scaleWidth))"
            + "V\(ChartPath.text(plot.bottom - Double(level + 1) * step))H\(ChartPath.text(x))Z",
          "fill": map.color(level: level), "shape-rendering": "crispEdges",
        ]
      )
    }
    writer.box(
      x: x,
      y: plot.y,
      width: Self.scaleWidth,
      height: plot.height,
      stroke: "#000000",
      strokeWidth: 0.2
    )
    let end = x + Self.scaleWidth
    for tick in bar.ticks {
      let y = plot.bottom - bar.fraction(of: tick.value) * plot.height
      writer.line(end, y, end + (tick.isMajor ? 1 : 0.5), y)
      guard tick.isMajor else { continue }
      writer.label(tick.label, x: end + 1.6, y: y + 0.84, size: 2.4)
    }
    frame.drawSideways(
      TextFit.cut(bar.title, width: plot.height + 6, size: 2.7),
      x: end + 1.6 + labels + 3.6,
      y: plot.y + plot.height / 2,
      on: writer
    )
  }
}

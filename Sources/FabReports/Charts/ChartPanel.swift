import FabXML

/// A chart of any kind, as a panel of a page.
public enum ChartPanel: Hashable, Sendable {
  /// Lines and marks.
  case line(LineChart)
  /// Points.
  case scatter(ScatterChart)
  /// Colours in rows and columns.
  case heatMap(HeatMap)
  /// Counts.
  case histogram(Histogram)
  /// Values in groups.
  case box(BoxPlot)
  /// Categories by count.
  case pareto(ParetoChart)
  /// A statistic with its control limits.
  case control(ControlChartPicture)

  /// The title.
  public var title: String {
    switch self {
    case .line(let chart): chart.title
    case .scatter(let chart): chart.title
    case .heatMap(let chart): chart.title
    case .histogram(let chart): chart.title
    case .box(let chart): chart.title
    case .pareto(let chart): chart.title
    case .control(let chart): chart.title
    }
  }

  /// Returns the chart as an SVG file of its own.
  ///
  /// - Parameters:
  ///   - width: The width in millimetres; at least 40.
  ///   - height: The height in millimetres; at least 30.
  /// - Returns: The bytes of the file.
  public func svg(width: Double = 120, height: Double = 85) -> [UInt8] {
    var page = ChartPage(rows: [[self]])
    page.panelWidth = width
    page.panelHeight = height
    return page.svg()
  }

  func draw(in box: ChartBox, on writer: XMLWriter) {
    switch self {
    case .line(let chart): chart.draw(in: box, on: writer)
    case .scatter(let chart): chart.draw(in: box, on: writer)
    case .heatMap(let chart): chart.draw(in: box, on: writer)
    case .histogram(let chart): chart.draw(in: box, on: writer)
    case .box(let chart): chart.draw(in: box, on: writer)
    case .pareto(let chart): chart.draw(in: box, on: writer)
    case .control(let chart): chart.draw(in: box, on: writer)
    }
  }
}

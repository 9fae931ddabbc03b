public import FabLayout
import FabXML

/// Values at the sites of a wafer as colours at their true places and sizes.
///
/// The front side is up, the flat or notch down, the origin in the middle. Values outside the range are
/// triangles on white rather than the colours of its ends; sites without a value are grey.
public struct WaferValuePicture: Sendable {
  /// The title.
  public var title: String
  /// What the picture says it was made from.
  public var subtitles: [String]
  /// The wafer.
  public var wafer: Wafer
  /// The sites with their values.
  public var sites: [WaferSiteValue]
  /// The quantity with its unit; give it a range for the same colours on every wafer of a lot.
  public var quantity: ChartAxis
  /// The colours.
  public var map: ColorMap
  /// The significant digits of values in cells; `nil` for none.
  public var digits: Int?

  /// Creates a picture.
  public init(
    title: String,
    subtitles: [String] = [],
    wafer: Wafer,
    sites: [WaferSiteValue],
    quantity: ChartAxis,
    map: ColorMap = .sequential,
    digits: Int? = 3
  ) {
    self.title = title
    self.subtitles = subtitles
    self.wafer = wafer
    self.sites = sites
    self.quantity = quantity
    self.map = map
    self.digits = digits
  }

  /// Creates the picture of how far measured values lie from predicted ones, even about zero.
  ///
  /// Sites that lack one of the two are grey.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - subtitles: What the picture says it was made from.
  ///   - wafer: The wafer.
  ///   - measured: The measured values.
  ///   - predicted: The predicted values, found by the name of the site.
  ///   - quantity: The quantity; its label is prefixed by what is drawn.
  /// - Returns: The picture of measured minus predicted.
  public static func difference(
    title: String,
    subtitles: [String] = [],
    wafer: Wafer,
    measured: [WaferSiteValue],
    predicted: [WaferSiteValue],
    quantity: ChartAxis
  ) -> WaferValuePicture {
    let expected = Dictionary(predicted.map { ($0.name, $0.value) }) { first, _ in first }
    var quantity = quantity
    quantity.label = "measured − predicted " + quantity.label
    quantity.scale = .linear
    return WaferValuePicture(
      title: title,
      subtitles: subtitles,
      wafer: wafer,
      sites: measured.map { site in
        var site = site
        let other = expected[site.name] ?? nil
        site.value = site.value.flatMap { value in other.map { value - $0 } }
        return site
      },
      quantity: quantity,
      map: .diverging,
      digits: 2
    )
  }

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let canvas = WaferCanvas(wafer: wafer)
    let colors = ValueColors(
      quantity,
      values: sites.filter { !$0.isExcluded }.compactMap(\.value),
      map: map
    )
    let cells = ValueCells(sites: sites, colors: colors, unit: quantity.unit)
    let page = canvas.page(title: title, subtitles: subtitles)
    return page.svg { writer in
      canvas.draw(on: writer) {
        canvas.drawEdges(on: writer)
        cells.draw(on: writer, decimals: digits)
      }
      canvas.drawScale(on: writer)
      drawColumn(canvas, cells, on: writer)
    }
  }

  private func drawColumn(_ canvas: WaferCanvas, _ cells: ValueCells, on writer: XMLWriter) {
    let x = canvas.columnX
    let lines = TextFit.lines(
      cells.colors.layout.title,
      width: WaferCanvas.column - 4,
      size: 2.8,
      isBold: true,
      limit: 3
    )
    for (index, line) in lines.enumerated() {
      writer.label(line, x: x, y: 26 + 3.8 * Double(index), size: 2.8, weight: "bold")
    }
    let top = 28 + 3.8 * Double(lines.count)
    cells.colors.drawBar(x: x, y: top, height: 50, on: writer)
    var y = top + 58
    for part in cells.notes {
      for line in TextFit.lines(part, width: WaferCanvas.column - 4, size: 2.4) {
        writer.label(line, x: x, y: y, size: 2.4, color: "#444444")
        y += 3.6
      }
    }
  }
}

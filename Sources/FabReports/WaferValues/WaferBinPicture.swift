public import FabLayout
import FabXML

/// The bins of a wafer's sites, with the bins of their components as tiles where there are any.
public struct WaferBinPicture: Sendable {
  /// The title.
  public var title: String
  /// What the picture says it was made from.
  public var subtitles: [String]
  /// The wafer.
  public var wafer: Wafer
  /// The sites with their bins.
  public var sites: [WaferSiteBin]
  /// How bins look.
  public var palette: BinPalette

  /// Creates a picture.
  public init(
    title: String,
    subtitles: [String] = [],
    wafer: Wafer,
    sites: [WaferSiteBin],
    palette: BinPalette
  ) {
    self.title = title
    self.subtitles = subtitles
    self.wafer = wafer
    self.sites = sites
    self.palette = palette
  }

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let canvas = WaferCanvas(wafer: wafer)
    let page = canvas.page(title: title, subtitles: subtitles)
    return page.svg { writer in
      canvas.draw(on: writer) {
        canvas.drawEdges(on: writer)
        BinCells(sites: sites, palette: palette).draw(on: writer)
      }
      canvas.drawScale(on: writer)
      let (x, width) = (canvas.columnX, WaferCanvas.column - 5)
      writer.label("bin", x: x, y: 27, size: 2.8, weight: "bold")
      writer.label("sites", x: x + width, y: 27, size: 2.8, anchor: "end", weight: "bold")
      let legend = BinLegend(sites, palette)
      var y = legend.draw(x: x, y: 32, width: width, on: writer) + 2
      for line in TextFit.lines(legend.summary, width: width, size: 2.4, limit: 4) {
        writer.label(line, x: x, y: y, size: 2.4, color: "#444444")
        y += 3.6
      }
      drawTileKey(x: x, y: y + 3, on: writer)
    }
  }

  /// Writes which tile is which component.
  private func drawTileKey(x: Double, y: Double, on writer: XMLWriter) {
    guard let names = sites.first(where: { !$0.components.isEmpty })?.components.map(\.name)
    else { return }
    writer.label("tiles of a site; its rim is its own bin", x: x, y: y, size: 2.2, color: "#444444")
    for (index, name) in names.enumerated() {
      let (left, top) = (x + Double(index % 2) * 9, y + 2 + Double(index / 2) * 5)
      writer.box(x: left, y: top, width: 9, height: 5, stroke: "#555555", strokeWidth: 0.1)
      writer.label(name, x: left + 4.5, y: top + 3.4, size: 2.5, anchor: "middle")
    }
  }
}

public import FabLayout
import FabXML

/// Several wafers side by side on one scale, as the wafers of a lot.
public struct WaferGalleryPicture: Sendable {
  /// What the wafers show.
  public enum Content: Sendable {
    /// Values in the colours of one range; that of all wafers unless the quantity has one.
    case values([Entry<WaferSiteValue>], quantity: ChartAxis, map: ColorMap)
    /// Bins, counted over all wafers.
    case bins([Entry<WaferSiteBin>], palette: BinPalette)
  }

  /// A wafer of the gallery.
  public struct Entry<Site: Hashable & Sendable>: Hashable, Sendable {
    /// The name below it.
    public var name: String
    /// Its sites.
    public var sites: [Site]

    /// Creates an entry.
    public init(name: String, sites: [Site]) {
      self.name = name
      self.sites = sites
    }
  }

  /// The title.
  public var title: String
  /// What the picture says it was made from.
  public var subtitles: [String]
  /// The size of all wafers.
  public var wafer: Wafer
  /// What they show.
  public var content: Content

  /// Creates a picture.
  public init(title: String, subtitles: [String] = [], wafer: Wafer, content: Content) {
    self.title = title
    self.subtitles = subtitles
    self.wafer = wafer
    self.content = content
  }

  /// The largest page that fits A4 paper across with margins.
  private static let pageWidth = 277.0
  private static let pageHeight = 190.0
  private static let legendWidth = 46.0
  private static let top = 20.0

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let names: [String]
    switch content {
    case .values(let entries, _, _): names = entries.map(\.name)
    case .bins(let entries, _): names = entries.map(\.name)
    }
    let columns = columns(for: names.count)
    let rows = max(1, (names.count + columns - 1) / columns)
    let side = min(
      (Self.pageWidth - Self.legendWidth - 8) / Double(columns),
      (Self.pageHeight - Self.top - 4) / Double(rows) - 7
    )
    let page = PicturePage(
      width: Self.pageWidth,
      height: max(Self.top + Double(rows) * (side + 7) + 4, 110),
      title: title,
      subtitles: subtitles
    )
    return page.svg { writer in
      let tiles = names.indices.map { index in
        ChartBox(
          x: 4 + Double(index % columns) * side,
          y: Self.top + Double(index / columns) * (side + 7),
          width: side - 3,
          height: side - 3
        )
      }
      let x = Self.pageWidth - Self.legendWidth
      switch content {
      case .values(let entries, let quantity, let map):
        draw(entries, quantity, map, tiles, x: x, on: writer)
      case .bins(let entries, let palette): draw(entries, palette, tiles, x: x, on: writer)
      }
    }
  }

  /// As many columns as make wafers large on a page that is wider than high.
  private func columns(for count: Int) -> Int {
    count <= 3 ? max(1, count) : count <= 6 ? 3 : count <= 8 ? 4 : count <= 15 ? 5 : 7
  }

  private func draw(
    _ entries: [Entry<WaferSiteValue>],
    _ quantity: ChartAxis,
    _ map: ColorMap,
    _ tiles: [ChartBox],
    x: Double,
    on writer: XMLWriter
  ) {
    let all = entries.flatMap(\.sites).filter { !$0.isExcluded }.compactMap(\.value)
    let colors = ValueColors(quantity, values: all, map: map)
    for (entry, tile) in zip(entries, tiles) {
      let cells = ValueCells(sites: entry.sites, colors: colors, unit: quantity.unit)
      WaferTile(wafer: wafer, box: tile).draw(on: writer) { cells.draw(on: writer, decimals: nil) }
      drawName(entry.name, cells.notes.joined(separator: "; "), tile, on: writer)
    }
    let width = Self.legendWidth - 4
    let lines = TextFit.lines(
      colors.layout.title,
      width: width,
      size: 2.8,
      isBold: true,
      limit: 3
    )
    for (index, line) in lines.enumerated() {
      let y = Self.top + 4 + 3.8 * Double(index)
      writer.label(line, x: x, y: y, size: 2.8, weight: "bold")
    }
    let top = Self.top + 6 + 3.8 * Double(lines.count)
    colors.drawBar(x: x, y: top, height: 60, on: writer)
  }

  private func draw(
    _ entries: [Entry<WaferSiteBin>],
    _ palette: BinPalette,
    _ tiles: [ChartBox],
    x: Double,
    on writer: XMLWriter
  ) {
    for (entry, tile) in zip(entries, tiles) {
      let cells = BinCells(sites: entry.sites, palette: palette)
      WaferTile(wafer: wafer, box: tile).draw(on: writer) { cells.draw(on: writer) }
      drawName(entry.name, BinLegend(entry.sites, palette).summary, tile, on: writer)
    }
    let width = Self.legendWidth - 6
    writer.label("bin", x: x, y: Self.top + 4, size: 2.8, weight: "bold")
    writer.label(
      "sites",
      x: x + width,
      y: Self.top + 4,
      size: 2.8,
      anchor: "end",
      weight: "bold"
    )
    let legend = BinLegend(entries.flatMap(\.sites), palette)
    var y = legend.draw(x: x, y: Self.top + 9, width: width, on: writer) + 2
    for line in TextFit.lines("all: " + legend.summary, width: width, size: 2.4, limit: 4) {
      writer.label(line, x: x, y: y, size: 2.4, color: "#444444")
      y += 3.6
    }
  }

  private func drawName(_ name: String, _ note: String, _ tile: ChartBox, on writer: XMLWriter) {
    let x = tile.x + tile.width / 2
    writer.label(
      TextFit.cut(name, width: tile.width, size: 2.8, isBold: true),
      x: x,
      y: tile.bottom + 3,
      size: 2.8,
      anchor: "middle",
      weight: "bold"
    )
    writer.label(
      TextFit.cut(note, width: tile.width, size: 2),
      x: x,
      y: tile.bottom + 5.8,
      size: 2,
      anchor: "middle",
      color: "#444444"
    )
  }
}

import FabXML

/// Charts in rows and columns on one page, with a title and what they were made from.
public struct ChartPage: Hashable, Sendable {
  /// The title; empty for none.
  public var title: String
  /// Lines below the title: what the page was made from.
  public var subtitles: [String]
  /// The panels from the top down and from left to right; rows may differ in length.
  public var rows: [[ChartPanel]]
  /// The width of a panel in millimetres; at least 40.
  public var panelWidth: Double
  /// The height of a panel in millimetres; at least 30.
  public var panelHeight: Double

  /// Creates a page.
  public init(
    title: String = "",
    subtitles: [String] = [],
    rows: [[ChartPanel]],
    panelWidth: Double = 120,
    panelHeight: Double = 85
  ) {
    self.title = title
    self.subtitles = subtitles
    self.rows = rows
    self.panelWidth = panelWidth
    self.panelHeight = panelHeight
  }

  /// The page as an SVG file.
  public func svg() -> [UInt8] {
    let writer = XMLWriter()
    let size = (width: max(40, panelWidth), height: max(30, panelHeight))
    let columns = Double(max(1, rows.map(\.count).max() ?? 1))
    let width = columns * size.width
    let titles =
      title.isEmpty ? [] : TextFit.lines(title, width: width - 8, size: 4.2, isBold: true)
    let lines = subtitles.flatMap { TextFit.lines($0, width: width - 8, size: 2.6, limit: 3) }
    let heading =
      titles.isEmpty && lines.isEmpty
      ? 0 : 4 + Double(titles.count) * 5.4 + Double(lines.count) * 3.8
    let height = heading + Double(max(1, rows.count)) * size.height
    let text = (PictureNumber.text(width), PictureNumber.text(height))
    writer.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "version": "1.1", "width": text.0 + "mm",
        "height": text.1 + "mm", "viewBox": "0 0 \(text.0) \(text.1)", "role": "img",
        "font-family": PicturePage.font,
      ]
    ) {
      writer.element("title", text: title.isEmpty ? rows.first?.first?.title ?? "" : title)
      writer.element("rect", ["width": text.0, "height": text.1, "fill": "#ffffff"])
      var y = 2.0
      for line in titles {
        y += 5.4
        writer.label(line, x: 3, y: y, size: 4.2, weight: "bold")
      }
      for line in lines {
        y += 3.8
        writer.label(line, x: 3, y: y, size: 2.6, color: "#444444")
      }
      for (row, panels) in rows.enumerated() {
        for (column, panel) in panels.enumerated() {
          let box = ChartBox(
            x: Double(column) * size.width + 1,
            y: heading + Double(row) * size.height,
            width: size.width - 2,
            height: size.height - 1
          )
          panel.draw(in: box, on: writer)
        }
      }
    }
    return writer.finish()
  }

  /// The page as an element for HTML: the same drawing without the XML declaration.
  ///
  /// It has no ids, so that any number of them can stand in one document.
  public func inlineSVG() -> String {
    let text = String(decoding: svg(), as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstIndex(of: "\n") else { return text }
    return String(text[text.index(after: end)...])
  }
}

import Foundation

/// A page that stands alone: no scripts, no other files, nothing from a network, and no dates.
///
/// Equal input gives equal bytes. All texts are escaped.
public struct HTMLReport: Hashable, Sendable {
  /// The title.
  public var title: String
  /// Lines below the title: what the report was made from.
  public var subtitles: [String]
  /// The content.
  public var blocks: [HTMLBlock]

  /// Creates a report.
  public init(title: String, subtitles: [String] = [], blocks: [HTMLBlock] = []) {
    self.title = title
    self.subtitles = subtitles
    self.blocks = blocks
  }

  /// The page as an HTML5 file in UTF-8.
  public func html() -> [UInt8] {
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(HTMLText.escaped(title))</title>", "<style>", Self.style, "</style>", "</head>",
      "<body>", "<main>", "<h1>\(HTMLText.escaped(title))</h1>",
    ]
    lines += subtitles.map { "<p class=\"subtitle\">\(HTMLText.escaped($0))</p>" }
    lines += contents
    for (index, block) in blocks.enumerated() { lines += Self.lines(block, index: index) }
    lines += ["</main>", "</body>", "</html>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Links to the parts, where there are several.
  private var contents: [String] {
    let parts = blocks.enumerated()
      .compactMap { index, block -> String? in
        guard case .heading(let text, let level) = block, level <= 2 else { return nil }
        return "<li><a href=\"#part-\(index)\">\(HTMLText.escaped(text))</a></li>"
      }
    return parts.count < 3
      ? [] : ["<nav aria-label=\"Contents\">", "<ol>"] + parts + ["</ol>", "</nav>"]
  }

  private static func lines(_ block: HTMLBlock, index: Int) -> [String] {
    switch block {
    case .heading(let text, let level):
      let name = level <= 2 ? "h2" : "h3"
      return ["<\(name) id=\"part-\(index)\">\(HTMLText.escaped(text))</\(name)>"]
    case .paragraph(let text): return ["<p>\(HTMLText.escaped(text))</p>"]
    case .list(let items):
      guard !items.isEmpty else { return [] }
      return ["<ul>"] + items.map { "<li>\(HTMLText.escaped($0))</li>" } + ["</ul>"]
    case .table(let table): return lines(table)
    case .verdict(let verdict, let text):
      return ["<p>\(badge(verdict)) \(HTMLText.escaped(text))</p>"]
    case .charts(let page, let caption): return figure(page.svg(), caption: caption)
    case .drawing(let svg, let caption): return figure(svg, caption: caption)
    case .listing(let text): return ["<pre>\(HTMLText.escaped(text))</pre>"]
    }
  }

  private static func lines(_ table: HTMLTable) -> [String] {
    func opening(_ name: String, _ column: HTMLTable.Column, _ more: String = "") -> String {
      "<\(name)\(more)\(column.isNumeric ? " class=\"number\"" : "")>"
    }
    var lines = ["<table>"]
    if !table.caption.isEmpty {
      lines.append("<caption>\(HTMLText.escaped(table.caption))</caption>")
    }
    let headings = table.columns.map {
      opening("th", $0, " scope=\"col\"") + HTMLText.escaped($0.heading) + "</th>"
    }
    lines += ["<thead>", "<tr>" + headings.joined() + "</tr>", "</thead>", "<tbody>"]
    for row in table.rows {
      let cells = table.columns.enumerated()
        .map { index, column in
          let cell = row.indices.contains(index) ? text(of: row[index]) : ""
          return opening("td", column) + cell + "</td>"
        }
      lines.append("<tr>" + cells.joined() + "</tr>")
    }
    return lines + ["</tbody>", "</table>"]
  }

  private static func text(of cell: HTMLCell) -> String {
    switch cell {
    case .text(let text): HTMLText.escaped(text)
    case .verdict(let verdict): badge(verdict)
    }
  }

  private static func badge(_ verdict: HTMLVerdict) -> String {
    "<span class=\"badge \(verdict.styleClass)\">\(verdict.sign) \(verdict.rawValue)</span>"
  }

  /// Embeds a drawing: as it is, or as an image where it has ids, which two drawings might share.
  private static func figure(_ svg: [UInt8], caption: String) -> [String] {
    let text = String(decoding: svg, as: UTF8.self)
    let content: String
    if let start = text.range(of: "<svg"), !text.contains(" id=\"") {
      content = String(text[start.lowerBound...])
    } else {
      content =
        "<img alt=\"\(HTMLText.escaped(caption))\" src=\"data:image/svg+xml;base64,"
        + Data(svg).base64EncodedString() + "\">"
    }
    let below =
      caption.isEmpty ? [] : ["<figcaption>\(HTMLText.escaped(caption))</figcaption>"]
    return ["<figure>", content] + below + ["</figure>"]
  }

  private static let style = """
    body { font: 15px/1.45 "DejaVu Sans", Helvetica, Arial, sans-serif; color: #111; background: #fff; margin: 0; }
    main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
    h1 { font-size: 1.6rem; margin: 0 0 .4rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
    h3 { font-size: 1.05rem; margin: 1.3rem 0 .4rem; }
    .subtitle { color: #444; margin: 0; font-size: .9rem; overflow-wrap: anywhere; }
    table { border-collapse: collapse; margin: .8rem 0; font-size: .92rem; }
    caption { text-align: left; font-weight: bold; padding-bottom: .3rem; }
    th, td { text-align: left; vertical-align: top; padding: .22rem .7rem .22rem 0; border-bottom: 1px solid #ccc; }
    thead th { border-bottom: 2px solid #444; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .badge { display: inline-block; padding: 0 .5em; border: 1.5px solid; border-radius: .3em; font-weight: bold; \
    white-space: nowrap; }
    .passed { color: #00543d; background: #dff3ec; } .failed { color: #8a2c00; background: #fde6da; }
    .warning { color: #6b4e00; background: #fdf3d7; } .not-run { color: #444; background: #eee; border-style: dashed; }
    figure { margin: 1rem 0; } figure svg, figure img { max-width: 100%; height: auto; }
    figcaption { color: #444; font-size: .9rem; }
    pre { overflow-x: auto; font-size: .85rem; background: #f6f6f4; padding: .7rem; }
    @media print {
      @page { margin: 15mm; }
      body { font-size: 10pt; } main { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; }
      h2, h3 { break-after: avoid; } figure, tr { break-inside: avoid; } pre { white-space: pre-wrap; }
      .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}

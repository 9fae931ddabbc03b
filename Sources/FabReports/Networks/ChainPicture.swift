import FabXML

/// Layers of a network as chains of operations from left to right: what carries each, and how much of it.
public struct ChainPicture: Hashable, Sendable {
  /// An operation.
  public struct Link: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Lines below the name.
    public var lines: [String]
    /// What carries it, a place in ``ChainPicture/kinds``.
    public var kind: Int

    /// Creates an operation.
    public init(_ name: String, lines: [String], kind: Int) {
      self.name = name
      self.lines = lines
      self.kind = kind
    }
  }

  /// A chain that is drawn in a line.
  public struct Chain: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its operations.
    public var links: [Link]

    /// Creates a chain.
    public init(_ name: String, links: [Link]) {
      self.name = name
      self.links = links
    }
  }

  /// A layer.
  public struct Layer: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What it takes, in a line.
    public var summary: String
    /// Its chains from the top down.
    public var chains: [Chain]

    /// Creates a layer.
    public init(_ name: String, summary: String, chains: [Chain]) {
      self.name = name
      self.summary = summary
      self.chains = chains
    }
  }

  /// What carries operations: a colour each, and none for what needs no units.
  public struct Kind: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its colour; `nil` for white.
    public var color: ChartColor?

    /// Creates a kind.
    public init(_ name: String, color: ChartColor?) {
      self.name = name
      self.color = color
    }
  }

  /// The title.
  public var title: String
  /// Lines below the title.
  public var subtitles: [String]
  /// What may carry operations.
  public var kinds: [Kind]
  /// The layers from the top down.
  public var layers: [Layer]

  /// Creates a picture.
  public init(title: String, subtitles: [String], kinds: [Kind], layers: [Layer]) {
    self.title = title
    self.subtitles = subtitles
    self.kinds = kinds
    self.layers = layers
  }

  private static let link = (width: 23.0, height: 15.0, gap: 3.0)
  private static let nameWidth = 30.0

  /// The picture as an SVG file.
  public func svg() -> [UInt8] {
    let longest = layers.flatMap { $0.chains.map(\.links.count) }.max() ?? 1
    let width = max(150, 10 + Self.nameWidth + Double(longest) * (Self.link.width + Self.link.gap))
    let lines = layers.reduce(0) { $0 + $1.chains.count }
    let heading = 20 + 4 * Double(subtitles.count)
    let height =
      heading + Double(layers.count) * 9 + Double(lines) * (Self.link.height + 4) + 4
    let page = PicturePage(width: width, height: height, title: title, subtitles: subtitles)
    return page.svg { writer in
      drawLegend(y: heading - 6, on: writer)
      var y = heading
      for layer in layers {
        writer.line(5, y, width - 5, y, stroke: "#999999")
        writer.label(layer.name, x: 5, y: y + 5, size: 3.2, weight: "bold")
        writer.label(
          layer.summary,
          x: width - 5,
          y: y + 5,
          size: 2.6,
          anchor: "end",
          color: "#444444"
        )
        y += 8
        for chain in layer.chains {
          draw(chain, y: y, on: writer)
          y += Self.link.height + 4
        }
        y += 1
      }
    }
  }

  private func drawLegend(y: Double, on writer: XMLWriter) {
    var x = 5.0
    for kind in kinds {
      writer.box(
        x: x,
        y: y,
        width: 4,
        height: 3,
        fill: kind.color?.rawValue ?? "#ffffff",
        opacity: 0.45,
        stroke: "#333333"
      )
      writer.label(kind.name, x: x + 5, y: y + 2.5, size: 2.6)
      x += 8 + 1.75 * Double(kind.name.count)
    }
  }

  private func draw(_ chain: Chain, y: Double, on writer: XMLWriter) {
    let middle = y + Self.link.height / 2
    writer.label(
      TextFit.cut(chain.name, width: Self.nameWidth - 2, size: 2.8),
      x: 5,
      y: middle + 1,
      size: 2.8
    )
    for (index, link) in chain.links.enumerated() {
      let x = 5 + Self.nameWidth + Double(index) * (Self.link.width + Self.link.gap)
      let kind = kinds.indices.contains(link.kind) ? kinds[link.kind] : nil
      if index > 0 {
        writer.line(x - Self.link.gap, middle, x, middle, strokeWidth: 0.3)
        writer.line(x - 1, middle - 0.7, x, middle, strokeWidth: 0.3)
        writer.line(x - 1, middle + 0.7, x, middle, strokeWidth: 0.3)
      }
      writer.box(
        x: x,
        y: y,
        width: Self.link.width,
        height: Self.link.height,
        fill: kind?.color?.rawValue ?? "#ffffff",
        opacity: 0.45,
        stroke: "#333333",
        strokeWidth: 0.2
      )
      writer.label(
        TextFit.cut(link.name, width: Self.link.width - 1.5, size: 2.5),
        x: x + Self.link.width / 2,
        y: y + 3.6,
        size: 2.5,
        anchor: "middle",
        weight: "bold"
      )
      for (row, line) in link.lines.prefix(3).enumerated() {
        writer.label(
          TextFit.cut(line, width: Self.link.width - 1.5, size: 2.3),
          x: x + Self.link.width / 2,
          y: y + 7 + 3.2 * Double(row),
          size: 2.3,
          anchor: "middle"
        )
      }
    }
  }
}

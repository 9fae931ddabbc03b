import FabXML

/// What came of what: layers from left to right, as material lots, runs, wafers, PCUs.
public struct GenealogyPicture: Sendable {
  /// The title.
  public var title: String
  /// What the picture says it was made from.
  public var subtitles: [String]
  /// The headings of the layers from left to right.
  public var layers: [String]
  /// The nodes; those of other layers than there are headings for are left out.
  public var nodes: [GenealogyNode]
  /// The edges; those of nodes that aren't there are left out.
  public var edges: [GenealogyEdge]
  /// The most nodes of a layer; more are folded into one with their number.
  public var limit: Int

  /// Creates a picture.
  public init(
    title: String,
    subtitles: [String] = [],
    layers: [String],
    nodes: [GenealogyNode],
    edges: [GenealogyEdge],
    limit: Int = 18
  ) {
    self.title = title
    self.subtitles = subtitles
    self.layers = layers
    self.nodes = nodes
    self.edges = edges
    self.limit = limit
  }

  // A page of A4 across with margins; boxes of two lines.
  private static let pageWidth = 277.0
  private static let boxHeight = 7.6
  private static let rowHeight = 9.4
  private static let top = 26.0

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let fold = GenealogyFold(nodes: nodes, edges: edges, layers: layers, limit: limit)
    let order = LayeredOrder(layerOf: fold.nodes.map(\.layer), edges: fold.edges)
    let rows = order.layers.map(\.count).max() ?? 0
    let page = PicturePage(
      width: Self.pageWidth,
      height: max(60, Self.top + Self.rowHeight * Double(rows) + 8),
      title: title,
      subtitles: subtitles
    )
    let column = (Self.pageWidth - 10) / Double(max(1, layers.count))
    let width = column * 0.68
    let boxes = boxes(fold, order, rows: rows, column: column, width: width)
    return page.svg { writer in
      for (index, name) in layers.enumerated() {
        let count = nodes.count { $0.layer == index }
        writer.label(
          TextFit.cut("\(name) (\(count))", width: column - 2, size: 2.8, isBold: true),
          x: 5 + Double(index) * column,
          y: 21,
          size: 2.8,
          weight: "bold"
        )
      }
      for (from, to) in fold.edges {
        let isHighlighted = fold.nodes[from].isHighlighted || fold.nodes[to].isHighlighted
        draw(from: boxes[from], to: boxes[to], isHighlighted, on: writer)
      }
      for (node, box) in zip(fold.nodes, boxes) { draw(node, box, on: writer) }
      if fold.nodes.isEmpty {
        writer.label("nothing to show", x: 5, y: Self.top + 6, size: 3, color: "#777777")
      }
    }
  }

  /// The box of each node: layers centred on the longest.
  private func boxes(
    _ fold: GenealogyFold,
    _ order: LayeredOrder,
    rows: Int,
    column: Double,
    width: Double
  ) -> [ChartBox] {
    var boxes = Array(
      repeating: ChartBox(x: 0, y: 0, width: 0, height: 0),
      count: fold.nodes.count
    )
    for (layer, members) in order.layers.enumerated() {
      let share = Double(rows) / Double(max(1, members.count))
      for (place, node) in members.enumerated() {
        let middle = Self.top + Self.rowHeight * share * (Double(place) + 0.5)
        boxes[node] = ChartBox(
          x: 5 + Double(layer) * column,
          y: middle - Self.boxHeight / 2,
          width: width,
          height: Self.boxHeight
        )
      }
    }
    return boxes
  }

  private func draw(
    from: ChartBox,
    to: ChartBox,
    _ isHighlighted: Bool,
    on writer: XMLWriter
  ) {
    let (y0, y1) = (from.y + from.height / 2, to.y + to.height / 2)
    let bend = (to.x - from.right) / 2
    let start = "M\(ChartPath.text(from.right)) \(ChartPath.text(y0))"
    let controls = [(from.right + bend, y0), (to.x - bend, y1), (to.x, y1)]
      .map { "\(ChartPath.text($0.0)) \(ChartPath.text($0.1))" }
    writer.element(
      "path",
      [
        "d": start + "C" + controls.joined(separator: " "), "fill": "none",
        "stroke": isHighlighted ? ChartColor.vermilion.rawValue : "#888888",
        "stroke-width": isHighlighted ? "0.5" : "0.25",
      ]
    )
  }

  private func draw(_ node: GenealogyNode, _ box: ChartBox, on writer: XMLWriter) {
    let isFold = node.id.isEmpty
    writer.box(
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      fill: node.isHighlighted ? "#fde6da" : isFold ? "#eeeeee" : "#ffffff",
      stroke: node.isHighlighted ? ChartColor.vermilion.rawValue : "#444444",
      strokeWidth: node.isHighlighted ? 0.5 : 0.2
    )
    let hasDetail = !node.detail.isEmpty
    writer.label(
      TextFit.cut(node.title, width: box.width - 3, size: 2.6, isBold: node.isHighlighted),
      x: box.x + 1.5,
      y: box.y + (hasDetail ? 3.3 : 4.7),
      size: 2.6,
      weight: node.isHighlighted ? "bold" : "normal"
    )
    guard hasDetail else { return }
    writer.label(
      TextFit.cut(node.detail, width: box.width - 3, size: 2.1),
      x: box.x + 1.5,
      y: box.y + 6.2,
      size: 2.1,
      color: "#444444"
    )
  }
}

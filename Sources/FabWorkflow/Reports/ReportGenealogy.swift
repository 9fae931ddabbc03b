import FabDiagnostics
import FabReports
import FabStore

/// What the wafers of a report came from, and what came of them, as a picture.
struct ReportGenealogy {
  /// The picture.
  let figure: ReportFigure

  private static let layers = ["bottles, chamber, recipe", "runs and lots", "wafers"]

  init(_ data: ReportData, from reader: StoreReader) throws(DiagnosticError) {
    var nodes: [TraceNode] = []
    var details: [TraceNode: String] = [:]
    var edges: [TraceGraph.Edge] = []
    func take(_ graph: TraceGraph, only kinds: Set<TraceNode.Kind>? = nil) {
      for node in graph.nodes where kinds?.contains(node.kind) ?? true {
        if !nodes.contains(node) { nodes.append(node) }
        details[node] = graph.detail(of: node)
      }
      for edge in graph.edges where !edges.contains(edge) { edges.append(edge) }
    }
    let start: TraceNode =
      switch data.subject {
      case .lot(let code): TraceNode(.lot, code)
      case .wafer(let code): TraceNode(.wafer, code)
      case .run(let code): TraceNode(.run, code)
      }
    take(try reader.trace(from: start, .back))
    take(try reader.trace(from: start, .forward))
    for one in data.wafers {
      take(try reader.trace(from: TraceNode(.wafer, one.wafer.code), .back))
    }
    let own = Set(data.lots.map(\.code))
    func layer(_ node: TraceNode) -> Int {
      switch node.kind {
      case .materialLot, .equipment, .recipe: 0
      case .run: 1
      // What a lot was split from stands before it.
      case .lot: own.contains(node.code) ? 1 : 0
      case .wafer, .pcu: 2
      }
    }
    func id(_ node: TraceNode) -> String { "\(node.kind.rawValue):\(node.code)" }
    let picture = GenealogyPicture(
      title: "Genealogy of \(data.subject.text)",
      subtitles: ["traced back to what went in and forward to what came of it"],
      layers: Self.layers,
      nodes: nodes.map { node in
        let code = node.kind == .recipe ? String(node.code.prefix(12)) : node.code
        return GenealogyNode(
          id: id(node),
          layer: layer(node),
          title: "\(node.kind.rawValue) \(code)",
          detail: details[node] ?? "",
          isHighlighted: node == start
        )
      },
      edges: edges.filter { layer($0.from) < layer($0.to) }
        .map { GenealogyEdge(from: id($0.from), to: id($0.to)) }
    )
    figure = ReportFigure(
      name: "genealogy",
      svg: picture.svg(),
      caption: "what \(data.subject.text) came from and what came of it: \(nodes.count) things"
    )
  }
}

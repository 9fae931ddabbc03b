public import FabDiagnostics
public import FabStore

/// What `trace` does: what came of something, or what it came from.
public struct TraceJob {
  private let session: StoreSession
  private let name: String
  private let kind: TraceNode.Kind?
  private let direction: TraceGraph.Direction

  /// Creates a job.
  public init(
    session: StoreSession,
    name: String,
    kind: TraceNode.Kind?,
    direction: TraceGraph.Direction
  ) {
    self.session = session
    self.name = name
    self.kind = kind
    self.direction = direction
  }

  /// Traces.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` if nothing has that name.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let graph = try session.read { (reader) throws(DiagnosticError) in
      let start: TraceNode
      if let kind { start = TraceNode(kind, name) } else { start = try reader.node(named: name) }
      return try reader.trace(from: start, direction)
    }
    return CommandOutput(text: text(graph), json: JSONText.encode(graph))
  }

  private func text(_ graph: TraceGraph) -> String {
    var lines: [String] = []
    var shown: Set<TraceNode> = []
    func add(_ node: TraceNode, _ how: String, depth: Int) {
      var line = String(repeating: "  ", count: depth) + "\(node.kind.rawValue) "
      line += node.kind == .recipe ? String(node.code.prefix(12)) : node.code
      if !how.isEmpty { line += " (\(how))" }
      guard shown.insert(node).inserted else {
        lines.append(line + ", as above")
        return
      }
      if let detail = graph.detail(of: node) { line += ": \(detail)" }
      lines.append(line)
      for edge in graph.edges {
        switch graph.direction {
        case .forward where edge.from == node: add(edge.to, edge.how, depth: depth + 1)
        case .back where edge.to == node: add(edge.from, edge.how, depth: depth + 1)
        default: continue
        }
      }
    }
    add(graph.start, "", depth: 0)
    if graph.nodes.count == 1 {
      lines.append(
        graph.direction == .forward
          ? "  nothing has come of it yet" : "  nothing is known of where it comes from"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

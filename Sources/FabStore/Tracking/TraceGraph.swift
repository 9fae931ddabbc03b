/// What something went into, or came from.
public struct TraceGraph: Hashable, Sendable, Encodable {
  /// Which way a trace goes.
  public enum Direction: String, Sendable, Encodable {
    /// To what came of it.
    case forward
    /// To what it came from.
    case back
  }

  /// One step of a trace.
  public struct Edge: Hashable, Sendable, Encodable {
    /// What was there before.
    public let from: TraceNode
    /// What came of it.
    public let to: TraceNode
    /// How: the step of a run, a split.
    public let how: String
  }

  /// Which way.
  public let direction: Direction
  /// Where it began.
  public let start: TraceNode
  /// Everything that was met, the start first.
  public internal(set) var nodes: [TraceNode]
  /// How it hangs together.
  public internal(set) var edges: [Edge] = []
  /// What is to be known of what was met, by node.
  public internal(set) var details: [String: String] = [:]

  /// What is to be known of something that was met.
  public func detail(of node: TraceNode) -> String? {
    details["\(node.kind.rawValue):\(node.code)"]
  }
}

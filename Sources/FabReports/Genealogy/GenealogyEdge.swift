/// That one thing went into another: a material lot into a run, a wafer through it.
public struct GenealogyEdge: Hashable, Sendable {
  /// The id of what went in.
  public var from: String
  /// The id of what came of it.
  public var to: String

  /// Creates an edge.
  public init(from: String, to: String) {
    self.from = from
    self.to = to
  }
}

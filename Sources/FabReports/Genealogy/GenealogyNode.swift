/// Something that a genealogy follows: a material lot, a run, a wafer, PCUs.
public struct GenealogyNode: Hashable, Sendable {
  /// What tells it from all others.
  public var id: String
  /// The layer that it stands in, from 0 at the left.
  public var layer: Int
  /// The first line in its box.
  public var title: String
  /// The second line; empty for none.
  public var detail: String
  /// Whether it's what the genealogy was asked for.
  public var isHighlighted: Bool

  /// Creates a node.
  public init(
    id: String,
    layer: Int,
    title: String,
    detail: String = "",
    isHighlighted: Bool = false
  ) {
    self.id = id
    self.layer = layer
    self.title = title
    self.detail = detail
    self.isHighlighted = isHighlighted
  }
}

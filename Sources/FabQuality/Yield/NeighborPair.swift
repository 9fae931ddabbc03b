/// Two neighbouring sites, by index.
public struct NeighborPair: Hashable, Sendable {
  /// The smaller index.
  public let first: Int
  /// The larger index.
  public let second: Int
}

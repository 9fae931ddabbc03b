/// Where a layer normalises.
public enum NormalizationOrder: String, Hashable, Sendable, CaseIterable, Codable {
  /// Before attention and feed-forward part: the residual goes round it.
  case first
  /// After each sum: the residual is normalised too, as in DETR.
  case last
}

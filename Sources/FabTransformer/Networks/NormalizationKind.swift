/// How a layer normalises its tokens.
public enum NormalizationKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// Over the channels of each token, which has to be computed while the network runs.
  case layer
  /// Over a batch, with constants that are known once the network is trained.
  case batch
  /// Not at all, or folded into the weights already.
  case none
}

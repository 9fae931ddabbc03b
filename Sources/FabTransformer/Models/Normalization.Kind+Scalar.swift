import FabTensor

extension Normalization.Kind {
  /// The same kind for another scalar.
  init(_ other: Normalization<Float>.Kind) {
    self =
      switch other {
      case .layer: .layer
      case .batch: .batch
      case .repBatch: .repBatch
      case .progressive: .progressive
      }
  }
}

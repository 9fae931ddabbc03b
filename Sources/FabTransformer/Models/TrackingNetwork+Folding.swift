public import FabTensor

extension TrackingNetwork {
  /// Folds batch normalisations into the linear layers around them, and returns the network without them.
  ///
  /// The result equals the network in inference.
  ///
  /// - Parameter parameters: The set whose values are changed; take a copy to keep the network.
  /// - Returns: The network without normalisations.
  /// - Throws: ``FabTensor/TensorError/notFoldable(layer:)`` for layer normalisation.
  public func folded(in parameters: ParameterSet<Scalar>) throws(TensorError) -> TrackingNetwork {
    guard var search = headNorm.channelMap(in: parameters),
      let hidden = hiddenNorm.channelMap(in: parameters)
    else { throw .notFoldable(layer: "head") }
    var result = self
    for index in encoder.indices {
      result.encoder[index] = try encoder[index].folded(in: parameters)
      result.fusions[index] = try fusions[index]?.folded(in: parameters)
    }
    if modality == .fused {
      // The head reads both modalities side by side, normalised alike.
      search.factors += search.factors
      search.offsets += search.offsets
    }
    search.fold(intoFollowing: headHidden, in: parameters)
    hidden.fold(intoPreceding: headHidden, in: parameters)
    result.headNorm = .none
    result.hiddenNorm = .none
    return result
  }
}

public import FabTensor

extension SceneNetwork {
  /// Folds batch normalisations into the linear layers that follow, and returns the network without them.
  ///
  /// The result equals the network in inference.
  ///
  /// - Parameter parameters: The set whose values are changed; take a copy to keep the network.
  /// - Returns: The network without normalisations.
  /// - Throws: ``FabTensor/TensorError/notFoldable(layer:)`` for layer normalisation.
  public func folded(in parameters: ParameterSet<Scalar>) throws(TensorError) -> SceneNetwork {
    guard let patch = patchNorm.channelMap(in: parameters),
      let memory = memoryNorm.channelMap(in: parameters),
      let inner = feedForwardNorm.channelMap(in: parameters),
      let last = headNorm.channelMap(in: parameters)
    else { throw .notFoldable(layer: "answer") }
    var result = self
    patch.fold(intoPreceding: patchHidden, in: parameters)
    result.patchNorm = .none
    for index in encoder.indices {
      result.encoder[index] = try encoder[index].folded(in: parameters)
    }
    for linear in [attention.key, attention.value, grounding.phrase] {
      memory.fold(intoFollowing: linear, in: parameters)
    }
    inner.fold(intoFollowing: feedForward.first, in: parameters)
    last.fold(intoFollowing: head, in: parameters)
    result.memoryNorm = .none
    result.feedForwardNorm = .none
    result.headNorm = .none
    return result
  }
}

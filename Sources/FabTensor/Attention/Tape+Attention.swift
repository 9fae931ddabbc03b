extension Tape {
  /// Returns the attention of several heads.
  ///
  /// Each head sees `channels / heads` of the channels: `softmax(q kᵀ / sqrt(width)) v`.
  ///
  /// - Parameters:
  ///   - query: The queries, `[batch, queries, channels]`.
  ///   - key: The keys, `[batch, keys, channels]`.
  ///   - value: The values, `[batch, keys, channels]`.
  ///   - heads: The number of heads; divides the channels.
  ///   - keyMask: Whether each key may be looked at, `[batch, keys]`; nil if all may.
  ///   - executor: What computes products and softmax forwards.
  /// - Returns: The mixtures and the weights.
  /// - Throws: ``TensorError/allKeysMasked(batch:)``, ``TensorError/mismatched(what:found:expected:)`` for the mask.
  /// - Precondition: The extents fit.
  ///
  /// > Source: A. Vaswani et al., *Attention is all you need*, NIPS 2017, equation (1), arXiv 1706.03762.
  public func attention(
    query: Variable,
    key: Variable,
    value: Variable,
    heads: Int,
    keyMask: [Bool]? = nil,
    executor: AttentionExecutor<Scalar> = .ideal
  ) throws(TensorError) -> AttentionResult {
    precondition(
      key.shape == value.shape && query.shape.last == key.shape.last,
      "queries \(query.shape), keys \(key.shape), values \(value.shape)"
    )
    return try attention(
      AttentionOperand(variable: query, offset: 0),
      AttentionOperand(variable: key, offset: 0),
      AttentionOperand(variable: value, offset: 0),
      channels: query.shape.last,
      heads: heads,
      keyMask: keyMask,
      executor: executor
    )
  }

  /// Returns the attention of several heads over queries, keys and values that lie side by side.
  ///
  /// - Parameters:
  ///   - packed: Queries, keys and values, `[batch, tokens, 3 channels]`.
  ///   - heads: The number of heads; divides the channels.
  ///   - keyMask: Whether each key may be looked at, `[batch, tokens]`; nil if all may.
  ///   - executor: What computes products and softmax forwards.
  /// - Returns: The mixtures and the weights.
  /// - Throws: ``TensorError/allKeysMasked(batch:)``, ``TensorError/mismatched(what:found:expected:)`` for the mask.
  /// - Precondition: The extents fit.
  public func selfAttention(
    _ packed: Variable,
    heads: Int,
    keyMask: [Bool]? = nil,
    executor: AttentionExecutor<Scalar> = .ideal
  ) throws(TensorError) -> AttentionResult {
    precondition(packed.shape.last % 3 == 0, "\(packed.shape) isn't three parts")
    let channels = packed.shape.last / 3
    return try attention(
      AttentionOperand(variable: packed, offset: 0),
      AttentionOperand(variable: packed, offset: channels),
      AttentionOperand(variable: packed, offset: 2 * channels),
      channels: channels,
      heads: heads,
      keyMask: keyMask,
      executor: executor
    )
  }

  private func attention(
    _ query: AttentionOperand<Scalar>,
    _ key: AttentionOperand<Scalar>,
    _ value: AttentionOperand<Scalar>,
    channels: Int,
    heads: Int,
    keyMask: [Bool]?,
    executor: AttentionExecutor<Scalar>
  ) throws(TensorError) -> AttentionResult {
    precondition(query.variable.shape.rank == 3 && key.variable.shape.rank == 3, "no tokens")
    let batch = query.variable.shape[0]
    precondition(batch == key.variable.shape[0], "batches of \(batch) and \(key.variable.shape[0])")
    precondition(heads > 0 && channels % heads == 0, "\(channels) channels, \(heads) heads")
    let (queries, keys) = (query.tokens, key.tokens)
    let plan = AttentionPlan<Scalar>(
      batch: batch,
      heads: heads,
      queries: queries,
      keys: keys,
      width: channels / heads
    )
    try Self.check(keyMask, batch: batch, keys: keys)
    let inputs = [query.variable, key.variable, value.variable]
    let (weights, probabilities) = result([batch, heads, queries, keys], of: [])
    keep(weights)
    let (y, output) = result(
      [batch, queries, channels],
      of: executor.stopsGradient ? [] : inputs
    )
    let ideal =
      executor.softmax != nil && needsGradient(y)
      ? scratch(weights.shape.count, for: y) : probabilities
    let (q, k, v) = (pointer(query.variable), pointer(key.variable), pointer(value.variable))
    let scale = 1 / Scalar(plan.width).squareRoot()

    plan.run(workers) { place, _ in
      let scores = probabilities + place.number * plan.area
      let (b, h) = (place.batch, place.head)
      plan.multiply(
        plan.scores(query.stride, key.stride, scale: scale),
        q + query.start(batch: b, head: h, width: plan.width),
        k + key.start(batch: b, head: h, width: plan.width),
        into: scores,
        by: executor.scores,
        at: place
      )
      if let keyMask { plan.mask(scores, keyMask, batch: b) }
      if let softmax = executor.softmax {
        if ideal != probabilities {
          let kept = ideal + place.number * plan.area
          Kernels.softmax(scores, into: kept, rows: queries, columns: keys)
        }
        softmax(scores, scores, queries, keys, place)
      } else {
        Kernels.softmax(scores, into: scores, rows: queries, columns: keys)
      }
      plan.multiply(
        plan.mixture(value.stride, channels),
        scores,
        v + value.start(batch: b, head: h, width: plan.width),
        into: output + b * queries * channels + h * plan.width,
        by: executor.mixture,
        at: place
      )
    }

    onReverse(y) { tape, gradient in
      let valueGradient = tape.gradientPlace(value.variable)
      let queryGradient = tape.gradientPlace(query.variable)
      let keyGradient = tape.gradientPlace(key.variable)
      // Channels that serve twice are added to the second time; other channels of the same variable aren't.
      let valueAdds = valueGradient?.adds ?? false
      let queryAdds =
        query.variable.index == value.variable.index
        ? valueAdds || query.offset == value.offset : queryGradient?.adds ?? false
      let keyAdds: Bool
      if key.variable.index == value.variable.index {
        keyAdds =
          valueAdds || key.offset == value.offset
          || (key.variable.index == query.variable.index && key.offset == query.offset)
      } else if key.variable.index == query.variable.index {
        keyAdds = queryAdds || key.offset == query.offset
      } else {
        keyAdds = keyGradient?.adds ?? false
      }
      tape.withScratch(plan.groups * plan.area) { memory in
        plan.run(tape.workers) { place, group in
          let (b, h) = (place.batch, place.head)
          let slopes = memory + group * plan.area
          let above = gradient + b * queries * channels + h * plan.width
          let weights = UnsafePointer(probabilities + place.number * plan.area)
          Scalar.multiply(
            plan.probabilityGradient(channels, value.stride),
            above,
            v + value.start(batch: b, head: h, width: plan.width),
            into: slopes
          )
          if let (pointer, _) = valueGradient {
            Scalar.multiply(
              plan.valueGradient(channels, value.stride, adds: valueAdds),
              weights,
              above,
              into: pointer + value.start(batch: b, head: h, width: plan.width)
            )
          }
          let kept = UnsafePointer(ideal + place.number * plan.area)
          if let softmaxGradient = executor.softmaxGradient {
            softmaxGradient(kept, slopes, slopes, queries, keys, place)
          } else {
            Kernels.softmaxGradient(
              kept,
              slopes,
              into: slopes,
              rows: queries,
              columns: keys,
              scale: 1,
              adding: false
            )
          }
          if let (pointer, _) = queryGradient {
            Scalar.multiply(
              plan.queryGradient(key.stride, query.stride, scale: scale, adds: queryAdds),
              slopes,
              k + key.start(batch: b, head: h, width: plan.width),
              into: pointer + query.start(batch: b, head: h, width: plan.width)
            )
          }
          if let (pointer, _) = keyGradient {
            Scalar.multiply(
              plan.keyGradient(query.stride, key.stride, scale: scale, adds: keyAdds),
              slopes,
              q + query.start(batch: b, head: h, width: plan.width),
              into: pointer + key.start(batch: b, head: h, width: plan.width)
            )
          }
        }
      }
    }
    return AttentionResult(output: y, probabilities: weights)
  }

  private static func check(
    _ keyMask: [Bool]?,
    batch: Int,
    keys: Int
  ) throws(TensorError) {
    guard let keyMask else { return }
    guard keyMask.count == batch * keys else {
      throw .mismatched(what: "key mask", found: keyMask.count, expected: batch * keys)
    }
    for index in 0..<batch where !keyMask[(index * keys)..<((index + 1) * keys)].contains(true) {
      throw .allKeysMasked(batch: index)
    }
  }
}

extension TrackingScore {
  /// Scores the frames of one sequence, or pairs that stand for themselves.
  ///
  /// As LasHeR's toolkit does: a prediction that isn't finite or has no size is replaced by that of the frame before; a
  /// frame whose true box has a number that isn't positive counts as found in both precisions and as missed in the success.
  ///
  /// - Parameters:
  ///   - predictions: The boxes of the tracker; shape `[frame]`.
  ///   - truths: The true boxes; shape `[frame]`.
  ///   - rules: How they're compared.
  /// - Throws: ``TaskError/empty(_:)`` without frames, ``TaskError/counts(what:found:expected:)``, or
  ///   ``TaskError/box(index:text:)`` for a true box that isn't finite.
  public init(
    predictions: [BoundingBox],
    truths: [BoundingBox],
    rules: TrackingProtocol
  ) throws(TaskError) {
    guard !truths.isEmpty else { throw .empty("frames") }
    guard predictions.count == truths.count else {
      throw .counts(what: "predictions", found: predictions.count, expected: truths.count)
    }
    if let index = truths.firstIndex(where: { !$0.isFinite }) {
      throw .box(index: index, text: "\(truths[index])")
    }
    var boxes = predictions
    for index in boxes.indices.dropFirst()
    where !(boxes[index].isFinite && boxes[index].width > 0 && boxes[index].height > 0) {
      boxes[index] = boxes[index - 1]
    }
    if rules.isFirstFrameGiven { boxes[0] = truths[0] }

    var errors: [Double] = []
    var shares: [Double] = []
    var overlaps: [Double] = []
    for (box, truth) in zip(boxes, truths) {
      guard truth.x > 0, truth.y > 0, truth.width > 0, truth.height > 0 else {
        // Below every threshold of an error, not above any of an overlap.
        errors.append(-1)
        shares.append(-1)
        overlaps.append(-1)
        continue
      }
      let across = box.centerX - truth.centerX
      let down = box.centerY - truth.centerY
      errors.append((across * across + down * down).squareRoot())
      let (width, height) = (across / truth.width, down / truth.height)
      shares.append((width * width + height * height).squareRoot())
      overlaps.append(box.overlap(with: truth))
    }
    self.init(errors: errors, shares: shares, overlaps: overlaps, pixels: rules.pixels)
  }

  /// A number that isn't one is at most no threshold, so a first prediction that can't be repaired counts as missed.
  private init(errors: [Double], shares: [Double], overlaps: [Double], pixels: Double) {
    let count = Double(errors.count)
    func found(_ values: [Double], _ threshold: Double) -> Double {
      Double(values.count { $0 <= threshold }) / count
    }
    let normalized = Self.normalizedThresholds.map { found(shares, $0) }
    let successes = Self.overlapThresholds.map { threshold in
      Double(overlaps.count { $0 > threshold }) / count
    }
    self.init(
      frameCount: errors.count,
      precision: found(errors, pixels),
      normalizedPrecision: normalized[20],
      normalizedPrecisionArea: normalized.reduce(0, +) / Double(normalized.count),
      success: successes.reduce(0, +) / Double(successes.count),
      precisionCurve: Self.pixelThresholds.map { found(errors, $0) },
      normalizedPrecisionCurve: normalized,
      successCurve: successes
    )
  }

  /// Returns the mean over sequences, each of the same weight as LasHeR has it.
  ///
  /// - Throws: ``TaskError/empty(_:)`` without sequences.
  public static func mean(of scores: [TrackingScore]) throws(TaskError) -> TrackingScore {
    guard !scores.isEmpty else { throw .empty("sequences") }
    func mean(_ value: (TrackingScore) -> Double) -> Double {
      scores.map(value).reduce(0, +) / Double(scores.count)
    }
    func curve(_ values: (TrackingScore) -> [Double]) -> [Double] {
      values(scores[0]).indices.map { index in mean { values($0)[index] } }
    }
    return TrackingScore(
      frameCount: scores.map(\.frameCount).reduce(0, +),
      precision: mean(\.precision),
      normalizedPrecision: mean(\.normalizedPrecision),
      normalizedPrecisionArea: mean(\.normalizedPrecisionArea),
      success: mean(\.success),
      precisionCurve: curve(\.precisionCurve),
      normalizedPrecisionCurve: curve(\.normalizedPrecisionCurve),
      successCurve: curve(\.successCurve)
    )
  }

  /// Scores pairs by what they were taken in; conditions that don't occur are left out.
  ///
  /// - Parameters:
  ///   - predictions: The boxes of the tracker; shape `[pair]`.
  ///   - truths: The true boxes; shape `[pair]`.
  ///   - conditions: What the pairs were taken in; shape `[pair]`.
  ///   - rules: How they're compared; for pairs the first frame isn't given.
  /// - Returns: The score of each condition that occurs, in the order of ``TrackingCondition``.
  /// - Throws: As ``init(predictions:truths:rules:)``.
  public static func byCondition(
    predictions: [BoundingBox],
    truths: [BoundingBox],
    conditions: [TrackingCondition],
    rules: TrackingProtocol = .pairs
  ) throws(TaskError) -> [(condition: TrackingCondition, score: TrackingScore)] {
    guard !truths.isEmpty else { throw .empty("frames") }
    guard predictions.count == truths.count else {
      throw .counts(what: "predictions", found: predictions.count, expected: truths.count)
    }
    guard conditions.count == truths.count else {
      throw .counts(what: "conditions", found: conditions.count, expected: truths.count)
    }
    var result: [(condition: TrackingCondition, score: TrackingScore)] = []
    for condition in TrackingCondition.allCases {
      let chosen = conditions.indices.filter { conditions[$0] == condition }
      guard !chosen.isEmpty else { continue }
      let score = try TrackingScore(
        predictions: chosen.map { predictions[$0] },
        truths: chosen.map { truths[$0] },
        rules: rules
      )
      result.append((condition, score))
    }
    return result
  }
}

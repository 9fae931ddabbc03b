public import FabTasks

/// Where the tracking network finds targets, beside where they are.
public struct TrackingPredictions: Hashable, Sendable {
  /// The boxes that were found, in pixels of the search region.
  public internal(set) var boxes: [BoundingBox] = []
  /// The true boxes.
  public internal(set) var truths: [BoundingBox] = []
  /// What the pairs were taken in.
  public internal(set) var conditions: [TrackingCondition] = []

  /// How many centres lie within the protocol's pixels of the true ones, by what pairs were taken in.
  public var evaluation: Evaluation {
    var evaluation = Evaluation(kinds: TrackingCondition.allCases.map(\.name))
    let limit = TrackingProtocol.pairs.pixels
    for index in boxes.indices {
      let across = boxes[index].centerX - truths[index].centerX
      let down = boxes[index].centerY - truths[index].centerY
      evaluation.add(
        conditions[index].rawValue,
        isCorrect: (across * across + down * down).squareRoot() <= limit
      )
    }
    return evaluation
  }

  /// The scores of all pairs.
  public var score: TrackingScore {
    get throws(TaskError) {
      try TrackingScore(predictions: boxes, truths: truths, rules: .pairs)
    }
  }
}

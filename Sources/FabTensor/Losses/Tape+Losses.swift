extension Tape {
  /// Returns the mean of `-ln softmax(logits)[target]`.
  ///
  /// With class weights it's the weighted mean, divided by the sum of the weights of the targets.
  ///
  /// - Parameters:
  ///   - logits: The scores of the classes, `[..., classes]`.
  ///   - targets: The class of each row.
  ///   - classWeights: The weight of each class; nil for 1.
  ///   - ignored: A target that marks rows which don't count; nil for none.
  /// - Returns: The loss; 0 where no row counts.
  /// - Throws: ``TensorError/indexOutOfRange(what:position:found:count:)``,
  ///   ``TensorError/mismatched(what:found:expected:)``, ``TensorError/outOfRange(parameter:found:expected:)`` for a
  ///   negative or unbounded weight.
  public func crossEntropy(
    _ logits: Variable,
    targets: [Int],
    classWeights: [Scalar]? = nil,
    ignoring ignored: Int? = nil
  ) throws(TensorError) -> Variable {
    let (rows, classes) = (logits.shape.rows, logits.shape.last)
    guard targets.count == rows else {
      throw .mismatched(what: "targets", found: targets.count, expected: rows)
    }
    if let classWeights {
      guard classWeights.count == classes else {
        throw .mismatched(what: "class weights", found: classWeights.count, expected: classes)
      }
      for weight in classWeights where !(weight >= 0 && weight.isFinite) {
        throw .outOfRange(parameter: "class weight", found: Double(weight), expected: "0 or more")
      }
    }
    for (position, target) in targets.enumerated()
    where target != ignored && !(0..<classes).contains(target) {
      throw .indexOutOfRange(what: "class", position: position, found: target, count: classes)
    }
    let (y, value) = result([], of: [logits])
    let probabilities = scratch(logits.shape.count, for: y)
    let source = pointer(logits)
    Kernels.softmax(source, into: probabilities, rows: rows, columns: classes)
    let weights: [Scalar] = targets.map { target in
      target == ignored ? 0 : classWeights?[target] ?? 1
    }
    let total = weights.reduce(0, +)
    let share = total > 0 ? 1 / total : 0
    value[0] = share * Kernels.crossEntropy(source, targets, weights: weights, classes: classes)
    onReverse(y) { tape, gradient in
      guard let (place, adds) = tape.gradientPlace(logits) else { return }
      Kernels.crossEntropyGradient(
        probabilities,
        targets,
        weights: weights,
        scale: gradient[0] * share,
        into: place,
        classes: classes,
        adding: adds
      )
    }
    return y
  }

  /// Returns the mean magnitude of the differences from a target; the slope at zero is zero.
  ///
  /// - Parameters:
  ///   - x: The numbers.
  ///   - target: What is wanted.
  ///   - divisor: What the sum is divided by; nil for the number of elements.
  /// - Returns: The loss.
  /// - Precondition: The shapes are equal.
  public func l1(_ x: Variable, target: Tensor<Scalar>, divisor: Scalar? = nil) -> Variable {
    precondition(x.shape == target.shape, "\(x.shape) against \(target.shape)")
    let count = x.shape.count
    let (y, value) = result([], of: [x])
    let source = pointer(x)
    let share = 1 / (divisor ?? Scalar(max(count, 1)))
    var loss: Scalar = 0
    for index in 0..<count { loss += abs(source[index] - target.values[index]) }
    value[0] = loss * share
    onReverse(y) { tape, gradient in
      guard let (place, adds) = tape.gradientPlace(x) else { return }
      for index in 0..<count {
        let difference = source[index] - target.values[index]
        let sign: Scalar = difference > 0 ? 1 : difference < 0 ? -1 : 0
        let part = gradient[0] * share * sign
        place[index] = adds ? place[index] + part : part
      }
    }
    return y
  }

  /// Returns the mean of `1 - GIoU` of pairs of boxes.
  ///
  /// - Parameters:
  ///   - boxes: Centers and extents, `[..., 4]` with x, y, width, height.
  ///   - target: The boxes that are meant, of the same shape.
  ///   - divisor: What the sum is divided by; nil for the number of boxes.
  /// - Returns: The loss.
  /// - Throws: ``TensorError/outOfRange(parameter:found:expected:)`` for a target without area.
  /// - Precondition: The shapes are equal and end in 4.
  public func generalizedIoU(
    _ boxes: Variable,
    target: Tensor<Scalar>,
    divisor: Scalar? = nil
  ) throws(TensorError) -> Variable {
    precondition(
      boxes.shape == target.shape && boxes.shape.last == 4,
      "boxes \(boxes.shape) against \(target.shape)"
    )
    let count = boxes.shape.rows
    for row in 0..<count {
      for extent in [target.values[4 * row + 2], target.values[4 * row + 3]] where !(extent > 0) {
        throw .outOfRange(parameter: "extent of box \(row)", found: Double(extent), expected: "> 0")
      }
    }
    let (y, value) = result([], of: [boxes])
    let source = pointer(boxes)
    let share = 1 / (divisor ?? Scalar(max(count, 1)))
    var loss: Scalar = 0
    for row in 0..<count {
      loss += 1 - BoxOverlap(source + 4 * row, target.values, 4 * row).generalizedIoU
    }
    value[0] = loss * share
    onReverse(y) { tape, gradient in
      guard let (place, adds) = tape.gradientPlace(boxes) else { return }
      for row in 0..<count {
        let slopes = BoxOverlap(source + 4 * row, target.values, 4 * row).slopes
        for index in 0..<4 {
          let part = -gradient[0] * share * slopes[index]
          place[4 * row + index] = adds ? place[4 * row + index] + part : part
        }
      }
    }
    return y
  }
}

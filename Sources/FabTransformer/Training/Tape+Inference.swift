import FabTensor

extension Tape<Float> {
  /// Runs something for parts of a range of samples, in inference and without gradients.
  ///
  /// - Throws: ``TrainingError/emptyDataset``, or ``TrainingError/tensor(_:)``.
  func infer(
    _ samples: Range<Int>,
    _ body: (Range<Int>) throws(TensorError) -> Void
  ) throws(TrainingError) {
    guard !samples.isEmpty else { throw .emptyDataset }
    let (oldMode, recorded, share) = (mode, recordsGradients, layerNormShare)
    mode = .inference
    recordsGradients = false
    // A trained network has come to batch normalisation.
    layerNormShare = 0
    defer {
      reset()
      mode = oldMode
      recordsGradients = recorded
      layerNormShare = share
    }
    do throws(TensorError) {
      for start in stride(from: samples.lowerBound, to: samples.upperBound, by: Self.part) {
        reset()
        try body(start..<min(samples.upperBound, start + Self.part))
      }
    } catch {
      throw .tensor(error)
    }
  }

  /// Refuses results that aren't numbers: the largest of them would be meaningless.
  ///
  /// - Throws: ``FabTensor/TensorError/notFinite(name:index:)``.
  func checkFinite(_ variable: Variable, name: String) throws(TensorError) {
    let place = withValues(of: variable) { values in values.firstIndex { !$0.isFinite } }
    if let place { throw .notFinite(name: name, index: place) }
  }

  /// The samples that are computed side by side [ours]; results don't hang on it.
  private static var part: Int { 64 }
}

extension UnsafeBufferPointer<Float> {
  /// Returns the place of the highest number of each row, the first one of equals.
  func choices(of columns: Int) -> [Int] {
    (0..<(count / columns))
      .map { row in
        (1..<columns)
          .reduce(0) { best, column in
            self[row * columns + column] > self[row * columns + best] ? column : best
          }
      }
  }
}

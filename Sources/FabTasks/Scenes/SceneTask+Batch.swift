import Dispatch

extension SceneTask {
  /// Returns samples side by side, made on all cores; the values don't depend on how many there are.
  ///
  /// - Parameters:
  ///   - split: The part of the data set.
  ///   - indices: Which samples of it.
  /// - Returns: The samples in the order of their indices.
  /// - Precondition: `indices` doesn't begin below zero.
  public func batch(_ split: DataSplit, _ indices: Range<Int>) -> SceneBatch {
    let drafts = [SceneDraft](unsafeUninitializedCapacity: indices.count) { buffer, count in
      // Every iteration initialises an element of its own.
      nonisolated(unsafe) let target = buffer
      DispatchQueue.concurrentPerform(iterations: indices.count) { offset in
        let draft = draft(split, indices.lowerBound + offset)
        target.initializeElement(at: offset, to: draft)
      }
      count = indices.count
    }
    let length = indices.count * SceneGrid.values
    let patches = [Float](unsafeUninitializedCapacity: length) { buffer, count in
      buffer.initialize(repeating: 0)
      nonisolated(unsafe) let target = buffer
      DispatchQueue.concurrentPerform(iterations: indices.count) { offset in
        let start = offset * SceneGrid.values
        draw(
          drafts[offset],
          split,
          indices.lowerBound + offset,
          into: UnsafeMutableBufferPointer(rebasing: target[start..<(start + SceneGrid.values)])
        )
      }
      count = length
    }
    return SceneBatch(
      count: indices.count,
      patches: patches,
      tokens: drafts.flatMap { tokens(of: $0.question) },
      answers: drafts.map { Int32($0.answer) },
      layouts: drafts.map(\.layout),
      questions: drafts.map(\.question)
    )
  }
}

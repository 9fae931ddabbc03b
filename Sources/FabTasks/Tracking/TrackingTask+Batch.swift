import Dispatch

extension TrackingTask {
  /// Returns pairs side by side, made on all cores; the values don't depend on how many there are.
  ///
  /// - Parameters:
  ///   - split: The part of the data set.
  ///   - indices: Which pairs of it.
  /// - Returns: The pairs in the order of their indices.
  /// - Precondition: `indices` doesn't begin below zero.
  public func batch(_ split: DataSplit, _ indices: Range<Int>) -> TrackingBatch {
    let samples = [TrackingSample](unsafeUninitializedCapacity: indices.count) { buffer, count in
      // Every iteration initialises an element of its own.
      nonisolated(unsafe) let target = buffer
      DispatchQueue.concurrentPerform(iterations: indices.count) { offset in
        target.initializeElement(at: offset, to: sample(split, indices.lowerBound + offset))
      }
      count = indices.count
    }
    return TrackingBatch(
      count: samples.count,
      visibleSearch: samples.flatMap(\.visibleSearch),
      thermalSearch: samples.flatMap(\.thermalSearch),
      visibleTemplate: samples.flatMap(\.visibleTemplate),
      thermalTemplate: samples.flatMap(\.thermalTemplate),
      boxes: samples.map(\.box),
      conditions: samples.map(\.condition)
    )
  }
}

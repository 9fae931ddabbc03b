import Dispatch

/// Maps over an array with all cores; the result doesn't depend on their number.
enum ConcurrentMap {
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) -> Result
  ) -> [Result] {
    var results = [Result?](repeating: nil, count: elements.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Every iteration writes one element of its own.
      nonisolated(unsafe) let target = buffer
      DispatchQueue.concurrentPerform(iterations: elements.count) { index in
        target[index] = body(elements[index])
      }
    }
    return results.compactMap { $0 }
  }
}

import Dispatch

/// Maps over an array with all cores; the result doesn't depend on their number.
package enum ParallelMap {
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    _ body: @Sendable (Element) -> Result
  ) -> [Result] {
    guard elements.count > 1 else { return elements.map(body) }
    return [Result](unsafeUninitializedCapacity: elements.count) { buffer, count in
      // Every iteration writes one element of its own.
      nonisolated(unsafe) let target = buffer
      DispatchQueue.concurrentPerform(iterations: elements.count) { index in
        target.initializeElement(at: index, to: body(elements[index]))
      }
      count = elements.count
    }
  }
}

/// One result a solve, written by threads that never share a slot.
final class SolveSlots: @unchecked Sendable {
  private let slots: UnsafeMutablePointer<Result<[Double], CrossbarError>>
  private let count: Int

  init(count: Int) {
    self.count = count
    slots = .allocate(capacity: count)
    slots.initialize(repeating: .success([]), count: count)
  }

  deinit {
    slots.deinitialize(count: count)
    slots.deallocate()
  }

  func set(_ index: Int, _ result: Result<[Double], CrossbarError>) { slots[index] = result }

  /// The results in order; throws the first error.
  func values() throws(CrossbarError) -> [[Double]] {
    var all: [[Double]] = []
    for index in 0..<count { all.append(try slots[index].get()) }
    return all
  }
}

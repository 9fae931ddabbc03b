/// One double a cell, four columns a vector, rows padded: the storage that the sweeps run over.
///
/// Memory is owned and zeroed; whoever takes ``pointer`` keeps the buffer alive meanwhile.
final class CellBuffer<Element: SIMD>: @unchecked Sendable where Element.Scalar == Double {
  let pointer: UnsafeMutablePointer<Element>
  let count: Int

  init(count: Int) {
    self.count = count
    let raw = LargePages.allocate(bytes: count * MemoryLayout<Element>.stride)
    pointer = raw.bindMemory(to: Element.self, capacity: count)
    pointer.initialize(repeating: .zero, count: count)
  }

  deinit { pointer.deallocate() }

  func clear() { pointer.update(repeating: .zero, count: count) }
}

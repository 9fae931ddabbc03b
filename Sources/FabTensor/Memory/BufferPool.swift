/// Memory that steps of equal size use again and again.
///
/// Not thread-safe: a tape and its pool belong to one thread at a time.
final class BufferPool<Scalar: TensorScalar> {
  private var free: [Int: [UnsafeMutablePointer<Scalar>]] = [:]

  /// Numbers in all buffers, lent or not.
  private(set) var capacity = 0

  deinit {
    for list in free.values {
      for buffer in list { buffer.deallocate() }
    }
  }

  /// The number of elements that a buffer for `count` has: steps of an eighth of a power of two.
  static func size(for count: Int) -> Int {
    let least = max(count, 64)
    let step = max(64, (1 << (Int.bitWidth - 1 - least.leadingZeroBitCount)) >> 3)
    return (least + step - 1) / step * step
  }

  /// Lends a buffer for `count` numbers, of unknown content, aligned to 64 bytes.
  func take(_ count: Int) -> UnsafeMutablePointer<Scalar> {
    let size = Self.size(for: count)
    if let buffer = free[size]?.popLast() { return buffer }
    capacity += size
    return
      UnsafeMutableRawPointer
      .allocate(byteCount: size * MemoryLayout<Scalar>.stride, alignment: 64)
      .bindMemory(to: Scalar.self, capacity: size)
  }

  /// Takes back a buffer that was lent for `count` numbers.
  func give(_ buffer: UnsafeMutablePointer<Scalar>, _ count: Int) {
    free[Self.size(for: count), default: []].append(buffer)
  }
}

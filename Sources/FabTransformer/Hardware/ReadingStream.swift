import FabNumerics

/// The scatter of readings: each operation of a pass has deviates of its own, by their place alone.
struct ReadingStream {
  private let seed: UInt64
  private var call: UInt32 = 0

  init(seed: UInt64, pass: UInt64 = 0) {
    // Apart from the streams that units are drawn from.
    var stream = Xoshiro256(seed: seed, key: [0x7265_6164, pass])
    self.seed = stream.next()
  }

  /// The deviates of the next operation.
  mutating func next() -> CounterNormals {
    call += 1
    return CounterNormals(seed: seed, purpose: call)
  }

  /// The deviates of the three operations of an attention.
  mutating func nextThree() -> (
    scores: CounterNormals, softmax: CounterNormals, mixture: CounterNormals
  ) {
    (next(), next(), next())
  }

  /// Lends deviates for a function, or none.
  static func withNormals<Result>(
    _ normals: CounterNormals?,
    _ count: Int,
    from first: Int,
    _ body: (UnsafeBufferPointer<Float>?) -> Result
  ) -> Result {
    guard let normals else { return body(nil) }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: max(count, 1)) { buffer in
      let used = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      normals.fill(used, from: UInt64(first))
      return body(UnsafeBufferPointer(used))
    }
  }
}

extension CounterNormals {
  /// Lets readings scatter by a share of each.
  func scatter(
    _ input: UnsafeBufferPointer<Float>,
    by spread: Float,
    into output: UnsafeMutableBufferPointer<Float>,
    from first: Int
  ) {
    let count = input.count
    guard count > 0, let source = input.baseAddress, let target = output.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.part) { buffer in
      guard let normals = buffer.baseAddress else { return }
      for start in stride(from: 0, to: count, by: Self.part) {
        let size = min(Self.part, count - start)
        fill(UnsafeMutableBufferPointer(start: normals, count: size), from: UInt64(first + start))
        for index in 0..<size {
          let x = source[start + index]
          target[start + index] = x + x * (spread * normals[index])
        }
      }
    }
  }

  /// Deviates that are made at once: they stay in the nearest cache.
  private static var part: Int { 2048 }
}

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
  mutating func next() -> NormalPool {
    call += 1
    return NormalPool(seed: seed, purpose: call)
  }

  /// The deviates of the three operations of an attention.
  mutating func nextThree() -> (
    scores: NormalPool, softmax: NormalPool, mixture: NormalPool
  ) {
    (next(), next(), next())
  }

  /// Lends deviates for a function, or none.
  static func withNormals<Result>(
    _ normals: NormalPool?,
    _ count: Int,
    from first: Int,
    _ body: (UnsafeBufferPointer<Float>?) -> Result
  ) -> Result {
    guard let normals else { return body(nil) }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: max(count, 1)) { buffer in
      let used = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      normals.fill(used, from: first)
      return body(UnsafeBufferPointer(used))
    }
  }
}

/// Standard normal deviates for the scatter of very many readings: short runs of a fixed pool, from random places, with
/// random signs.
///
/// A run of a position depends on seed, purpose and position alone, so any part of a tensor may be made on any thread, and
/// costs about what copying does. Deviates of a run are independent of each other; two runs have some in common, shifted,
/// with a probability of 2^-13, so that no sum over a tensor sees it. Where every draw has to be its own, as in studies of units,
/// ``CounterNormals`` is what to take.
public struct NormalPool: Hashable, Sendable {
  /// The seed.
  public let seed: UInt64
  /// What the draws are for; every purpose has runs of its own.
  public let purpose: UInt32

  /// Deviates in the pool [ours]: 4 MB, which stay in the caches.
  static let count = 1 << 20
  /// Deviates of a run [ours].
  static let run = 64

  /// The pool, and once more its beginning, so that runs may start anywhere.
  private static let deviates: [Float] = {
    var numbers = [Float](unsafeUninitializedCapacity: count + run) { buffer, used in
      CounterNormals(seed: 0, purpose: 0x706F_6F6C)
        .fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]), from: 0)
      for index in 0..<run { buffer[count + index] = buffer[index] }
      used = count + run
    }
    return numbers
  }()

  /// Creates the deviates of a seed and a purpose.
  public init(seed: UInt64, purpose: UInt32 = 0) {
    self.seed = seed
    self.purpose = purpose
  }

  /// Fills a buffer with deviates, those from position `start` of the stream.
  ///
  /// - Parameters:
  ///   - buffer: What is filled.
  ///   - start: The position of the first deviate.
  public func fill(_ buffer: UnsafeMutableBufferPointer<Float>, from start: Int) {
    forEachRun(buffer.count, from: start) { place, pool, sign, size in
      for index in 0..<size { buffer[place + index] = sign * pool[index] }
    }
  }

  /// Lends the deviates from a position on, run by run.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - start: The position of the first.
  ///   - body: Called with the place of the run's first deviate among those that are asked for, the deviates but for
  ///     their sign, the sign, and their number.
  @inline(__always)
  public func forEachRun(
    _ count: Int,
    from start: Int,
    _ body: (_ place: Int, _ pool: UnsafePointer<Float>, _ sign: Float, _ size: Int) -> Void
  ) {
    let key = SplitMix64.mixed(seed ^ (UInt64(purpose) &* 0x9E37_79B9_7F4A_7C15))
    Self.deviates.withUnsafeBufferPointer { pool in
      guard let base = pool.baseAddress else { return }
      var place = 0
      while place < count {
        let position = start + place
        let within = position % Self.run
        let bits = SplitMix64.mixed(key &+ UInt64(position / Self.run) &* 0xD1B5_4A32_D192_ED03)
        let offset = Int(bits & UInt64(Self.count - 1))
        let size = min(Self.run - within, count - place)
        body(place, base + offset + within, bits >> 63 == 0 ? 1 : -1, size)
        place += size
      }
    }
  }
}

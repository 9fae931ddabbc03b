extension CounterNormals {
  /// The deviates that ``fill(_:from:)`` makes at once.
  @usableFromInline static let bulk: UInt64 = 32

  /// Fills a buffer with standard normal deviates of single precision, those from position `start` of the stream.
  ///
  /// The deviate of a position depends on seed, purpose and position alone, so any part of a tensor may be made on any
  /// thread. The stream isn't that of ``deviates(from:)``. The radius comes from 32 bits, so values are within 6.7; the angle has 23 bits.
  ///
  /// - Parameters:
  ///   - buffer: What is filled.
  ///   - start: The position of the first deviate, below 2^63.
  public func fill(_ buffer: UnsafeMutableBufferPointer<Float>, from start: UInt64) {
    guard var place = buffer.baseAddress else { return }
    var left = buffer.count
    var block = start / Self.bulk
    var skipped = Int(start % Self.bulk)
    while left > 0 {
      if skipped == 0, left >= Int(Self.bulk) {
        Self.store(singles(ofBlock: block), to: place)
        place += Int(Self.bulk)
        left -= Int(Self.bulk)
      } else {
        let made = singles(ofBlock: block)
        let taken = min(left, Int(Self.bulk) - skipped)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: Int(Self.bulk)) { whole in
          guard let base = whole.baseAddress else { return }
          Self.store(made, to: base)
          place.update(from: base + skipped, count: taken)
        }
        place += taken
        left -= taken
        skipped = 0
      }
      block += 1
    }
  }

  /// Thirty-two deviates of one block, in the order of their positions.
  @usableFromInline typealias Block = (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>)

  @inline(__always)
  static func store(_ block: Block, to place: UnsafeMutablePointer<Float>) {
    let raw = UnsafeMutableRawPointer(place)
    raw.storeBytes(of: block.0, as: SIMD8<Float>.self)
    raw.storeBytes(of: block.1, toByteOffset: 32, as: SIMD8<Float>.self)
    raw.storeBytes(of: block.2, toByteOffset: 64, as: SIMD8<Float>.self)
    raw.storeBytes(of: block.3, toByteOffset: 96, as: SIMD8<Float>.self)
  }

  @inline(__always)
  func singles(ofBlock block: UInt64) -> Block {
    // The third counter word keeps this stream apart from that of `deviates(from:)`, whose last word is zero.
    let base = SIMD4(repeating: block &* 8) &+ SIMD4<UInt64>(0, 1, 2, 3)
    let key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    let mask = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    let what = SIMD4<UInt64>(repeating: UInt64(purpose))
    let one = SIMD4<UInt64>(repeating: 1)
    let shift = SIMD4<UInt64>(repeating: 32)
    let next = base &+ SIMD4(repeating: 4)
    let (low, high) = Philox4x32.blocks(
      (base & mask, base &>> shift, what, one),
      (next & mask, next &>> shift, what, one),
      key: key
    )
    // Two words of 32 bits in one vector: the lower half of a lane and, shifted up, the upper half.
    let radii = Self.packed(low.0, high.0)
    let turns = Self.packed(low.1, high.1)
    let otherRadii = Self.packed(low.2, high.2)
    let otherTurns = Self.packed(low.3, high.3)
    let (first, second) = Self.pair(
      radius: SIMD16(lowHalf: radii, highHalf: otherRadii),
      turn: SIMD16(lowHalf: turns, highHalf: otherTurns)
    )
    return (first.lowHalf, second.lowHalf, first.highHalf, second.highHalf)
  }

  @inline(__always)
  static func packed(_ low: SIMD4<UInt64>, _ high: SIMD4<UInt64>) -> SIMD8<UInt32> {
    unsafeBitCast(low | (high &<< SIMD4(repeating: 32)), to: SIMD8<UInt32>.self)
  }

  @inline(__always)
  static func pair(
    radius: SIMD16<UInt32>,
    turn: SIMD16<UInt32>
  ) -> (SIMD16<Float>, SIMD16<Float>) {
    // `(word + 1/2) / 2^32` by way of mantissas: the upper 23 bits, and the lower 9.
    let one = SIMD16<UInt32>(repeating: 0x3F80_0000)
    let upper = unsafeBitCast((radius &>> SIMD16(repeating: 9)) | one, to: SIMD16<Float>.self) - 1
    let lowerBits = (radius & SIMD16(repeating: 0x1FF)) &<< SIMD16(repeating: 14)
    let lower = unsafeBitCast(lowerBits | one, to: SIMD16<Float>.self) - (1 - 0x1p-10)
    let uniform = upper.addingProduct(lower, SIMD16(repeating: 0x1p-23))
    // Rounding may bring the largest of the uniform deviates to 1; a radius of zero is right there.
    let length = FloatLanes.squareRoot(FloatLanes.logarithm(normal: uniform) * -2)
    let bits = (turn &>> SIMD16(repeating: 9)) | one
    let turns = unsafeBitCast(bits, to: SIMD16<Float>.self) - 1
    let (sine, cosine) = FloatLanes.sineAndCosine(turns: turns)
    return (length * cosine, length * sine)
  }
}

/// The Philox 4x32-10 generator: a bijection of a 128-bit counter for each 64-bit key, four counters at once.
///
/// It has no state: a draw depends on its counter and key alone, so any part of a run can be made on any thread.
///
/// > Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, *Parallel random numbers: as easy as 1, 2, 3*,
/// > SC 2011, doi 10.1145/2063384.2063405.
public enum Philox4x32 {
  /// Four words of 32 bits, each in the lower half of a lane.
  public typealias Words = SIMD4<UInt64>

  /// Mixes four counters.
  ///
  /// - Parameters:
  ///   - counter: The four words of each counter, every lane below 2^32.
  ///   - key: The two words of the key.
  /// - Returns: The four output words of each counter.
  @inlinable @inline(__always)
  public static func block(
    _ counter: (Words, Words, Words, Words),
    key: (UInt32, UInt32)
  ) -> (Words, Words, Words, Words) {
    var state = counter
    var key = key
    for _ in 0..<10 {
      mix(&state, key)
      advance(&key)
    }
    return state
  }

  /// Mixes twice four counters in one loop, so that one's multiplications run while the other's are waited for.
  ///
  /// - Parameters:
  ///   - first: The four words of each counter, every lane below 2^32.
  ///   - second: Those of four other counters.
  ///   - key: The two words of the key.
  /// - Returns: The four output words of each counter.
  @inlinable @inline(__always)
  public static func blocks(
    _ first: (Words, Words, Words, Words),
    _ second: (Words, Words, Words, Words),
    key: (UInt32, UInt32)
  ) -> (first: (Words, Words, Words, Words), second: (Words, Words, Words, Words)) {
    var (left, right) = (first, second)
    var key = key
    for _ in 0..<10 {
      mix(&left, key)
      mix(&right, key)
      advance(&key)
    }
    return (left, right)
  }

  @inlinable @inline(__always)
  static func mix(_ state: inout (Words, Words, Words, Words), _ key: (UInt32, UInt32)) {
    let mask = Words(repeating: 0xFFFF_FFFF)
    let left = (state.0 & mask) &* Words(repeating: 0xD251_1F53)
    let right = (state.2 & mask) &* Words(repeating: 0xCD9E_8D57)
    state.0 = (right &>> Words(repeating: 32)) ^ state.1 ^ Words(repeating: UInt64(key.0))
    state.2 = (left &>> Words(repeating: 32)) ^ state.3 ^ Words(repeating: UInt64(key.1))
    state.1 = right & mask
    state.3 = left & mask
  }

  @inlinable @inline(__always)
  static func advance(_ key: inout (UInt32, UInt32)) {
    key.0 &+= 0x9E37_79B9
    key.1 &+= 0xBB67_AE85
  }
}

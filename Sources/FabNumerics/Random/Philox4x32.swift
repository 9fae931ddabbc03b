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
    var (a, b, c, d) = counter
    var (first, second) = key
    let mask = Words(repeating: 0xFFFF_FFFF)
    for _ in 0..<10 {
      let left = (a & mask) &* Words(repeating: 0xD251_1F53)
      let right = (c & mask) &* Words(repeating: 0xCD9E_8D57)
      a = (right &>> Words(repeating: 32)) ^ b ^ Words(repeating: UInt64(first))
      c = (left &>> Words(repeating: 32)) ^ d ^ Words(repeating: UInt64(second))
      b = right & mask
      d = left & mask
      first &+= 0x9E37_79B9
      second &+= 0xBB67_AE85
    }
    return (a, b, c, d)
  }
}
